using System.Globalization;
using ProtoGen.Testing;

namespace ProtoGen.Benchmarks.Chart;

/// <summary>Draws docs/images/speed.svg from the table of speeds in docs/performance.md.</summary>
internal static class ChartCommand
{
    private const string TableStart = "| message (bytes) |";

    private static readonly string[] Columns = ["parse byte[]", "ToByteArray"];

    /// <summary>Writes the chart. With <c>--check</c>, returns 1 if the file is not up to date instead.</summary>
    public static int Run(string[] args)
    {
        var path = Path.Combine(Repository.Root, "docs", "images", "speed.svg");
        var chart = BarChart.Draw(
            "Messages: times as fast as protoc's classes (1.0)",
            ["Parse", "Write"],
            ReadBars(Path.Combine(Repository.Root, "docs", "performance.md")));
        if (!args.Contains("--check"))
        {
            File.WriteAllText(path, chart);
            return 0;
        }

        if (File.Exists(path) && File.ReadAllText(path) == chart)
        {
            return 0;
        }

        Console.Error.WriteLine($"{path} does not match docs/performance.md. Run the suite 'chart' without --check.");
        return 1;
    }

    private static IReadOnlyList<Bars> ReadBars(string document)
    {
        string[][] rows =
        [
            .. File.ReadLines(document).SkipWhile(line => !line.StartsWith(TableStart, StringComparison.Ordinal))
                .TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]),
        ];
        int[] columns = [.. Columns.Select(name => Array.IndexOf(rows[0], name))];
        return
        [
            .. rows.Skip(2).Select(row => new Bars(
                row[0][..row[0].LastIndexOf(" (", StringComparison.Ordinal)],
                [.. columns.Select(column => double.Parse(row[column], CultureInfo.InvariantCulture))])),
        ];
    }
}
