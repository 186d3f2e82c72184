using System.Globalization;

namespace ProtoGen.Benchmarks.Grpc;

/// <summary>The table for docs/benchmarks.md.</summary>
internal sealed class GrpcReport
{
    private const string Heading =
        "| call, at a time, message | messages/s: floor → ours | ratio | p50 µs | p99 µs | client CPU µs | server CPU µs | client B | server B |\n"
        + "|---|---|---|---|---|---|---|---|---|";

    private readonly List<string> _lines = [];

    /// <returns>The line of the table.</returns>
    public string Add(Scenario scenario, Round floor, Round ours)
    {
        var line = "| " + string.Join(
            " | ",
            scenario.Name,
            Pair(floor.Rate, ours.Rate, "F0"),
            Number(ours.Rate / floor.Rate, "F2"),
            Pair(floor.P50, ours.P50, "F0"),
            Pair(floor.P99, ours.P99, "F0"),
            Pair(floor.ClientCpu, ours.ClientCpu, "F1"),
            Pair(floor.ServerCpu, ours.ServerCpu, "F1"),
            Pair(floor.ClientBytes, ours.ClientBytes, "F0"),
            Pair(floor.ServerBytes, ours.ServerBytes, "F0")) + " |";
        _lines.Add(line);
        return line;
    }

    public void Write(TextWriter output)
    {
        output.WriteLine(Heading);
        foreach (var line in _lines)
            output.WriteLine(line);
    }

    private static string Pair(double floor, double ours, string format) => $"{Number(floor, format)} → {Number(ours, format)}";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
