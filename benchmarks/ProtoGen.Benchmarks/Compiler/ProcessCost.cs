using System.Diagnostics;
using System.Globalization;

namespace ProtoGen.Benchmarks.Compiler;

/// <summary>The cost of a process, or of several that ran one after the other.</summary>
/// <param name="Wall">Seconds.</param>
/// <param name="Cpu">Seconds of CPU time, including that of children that were waited for.</param>
/// <param name="PeakBytes">The largest resident set.</param>
internal sealed record ProcessCost(double Wall, double Cpu, long PeakBytes)
{
    private const double TicksPerSecond = 100; // USER_HZ, the same on every Linux that .NET runs on
    private const int CompilerRejected = 1;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(5);

    /// <summary>Runs a program to its end. Its figures are read from /proc until it has exited.</summary>
    public static ProcessCost Of(string program, string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        double cpu = 0;
        long peak = 0;
        while (!process.WaitForExit(PollInterval))
        {
            peak = Math.Max(peak, PeakResidentBytes(process.Id));
            cpu = Math.Max(cpu, CpuSeconds(process.Id));
        }

        if (process.ExitCode > CompilerRejected) throw new InvalidOperationException(errors.Result);
        return new ProcessCost(watch.Elapsed.TotalSeconds, cpu, peak);
    }

    /// <summary>Combines processes that ran one after the other: times add up, the peak is the largest.</summary>
    public static ProcessCost Sum(IEnumerable<ProcessCost> costs) =>
        costs.Aggregate((a, b) => new ProcessCost(a.Wall + b.Wall, a.Cpu + b.Cpu, Math.Max(a.PeakBytes, b.PeakBytes)));

    /// <summary>Returns the median of each figure.</summary>
    public static ProcessCost Median(IReadOnlyList<ProcessCost> costs) => new(
        costs.Select(cost => cost.Wall).Order().ElementAt(costs.Count / 2),
        costs.Select(cost => cost.Cpu).Order().ElementAt(costs.Count / 2),
        costs.Select(cost => cost.PeakBytes).Order().ElementAt(costs.Count / 2));

    /// <summary>Returns the seconds of CPU time of a process so far, or 0 if it has ended.</summary>
    public static double CpuSeconds(int id)
    {
        if (ReadLines($"/proc/{id}/stat") is not [var stat, ..]) return 0;
        // After the name in parentheses, the state is field 3. The fields 14 to 17 are utime, stime, cutime and cstime.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[11..15].Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static long PeakResidentBytes(int id)
    {
        const string Label = "VmHWM:";
        var line = ReadLines($"/proc/{id}/status").FirstOrDefault(text => text.StartsWith(Label, StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line[Label.Length..].Replace("kB", "").Trim(), CultureInfo.InvariantCulture) * 1024;
    }

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (IOException)
        {
            return []; // The process has ended.
        }
    }
}
