using System.Diagnostics;
using System.Globalization;
using ProtoGen.Benchmarks.Compiler;

namespace ProtoGen.Benchmarks.Build;

/// <summary>A process and its descendants, as /proc shows them.</summary>
internal static class ProcessTree
{
    private const double TicksPerSecond = 100; // USER_HZ, the same on every Linux that .NET runs on

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs a program to its end. The peak is the highest sample of the memory of all its processes together.</summary>
    public static ProcessCost Measure(string program, string folder, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        double cpu = 0;
        while (!process.WaitForExit(PollInterval))
        {
            var (bytes, ticks) = Look(process.Id);
            peak = Math.Max(peak, bytes);
            cpu = Math.Max(cpu, ticks / TicksPerSecond);
        }

        if (process.ExitCode != 0) throw new InvalidOperationException(output.Result);
        return new ProcessCost(watch.Elapsed.TotalSeconds, cpu, peak);
    }

    // Returns the resident bytes of the process and its descendants, and their clock ticks, including those of children that have ended.
    private static (long Bytes, double Ticks) Look(int root)
    {
        var stats = Directory.GetDirectories("/proc")
            .Select(ReadStat)
            .Where(stat => stat is not null)
            .Select(stat => stat!.Value)
            .ToArray();
        var tree = new HashSet<int> { root };
        for (var known = 0; known < tree.Count;)
        {
            known = tree.Count;
            foreach (var stat in stats)
            {
                if (tree.Contains(stat.Parent))
                    tree.Add(stat.Id);
            }
        }

        var members = stats.Where(stat => tree.Contains(stat.Id)).ToArray();
        return (members.Sum(stat => stat.Bytes), members.Sum(stat => stat.Ticks));
    }

    private static (int Id, int Parent, double Ticks, long Bytes)? ReadStat(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), out var id)) return null;
        try
        {
            var text = File.ReadAllText(folder + "/stat");
            // After the name in parentheses, the state is field 3 and the parent is field 4. The fields 14 to 17 are utime to cstime, and
            // field 24 is resident pages.
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = fields[11..15].Sum(value => double.Parse(value, CultureInfo.InvariantCulture));
            return (
                id, int.Parse(fields[1], CultureInfo.InvariantCulture), ticks,
                long.Parse(fields[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize);
        }
        catch (IOException)
        {
            return null; // The process has ended.
        }
    }
}
