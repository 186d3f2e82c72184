using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using ProtoGen.Benchmarks.Messages;
using ProtoGen.Runtime.Json;

namespace ProtoGen.Benchmarks.Json;

/// <summary>
/// Compares writing and reading JSON with ProtoGen.Runtime, with Google.Protobuf's JsonFormatter and JsonParser, and with the source
/// generator of System.Text.Json on plain classes. <c>json [--quick] [WORD...]</c>: the words select rows.
/// </summary>
internal static class JsonSuite
{
    // Results are stored, because otherwise the JIT compiler would remove the computation.
    private static object? s_result;

    public static int Run(string[] args)
    {
        var words = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var measurement = args.Contains("--quick")
            ? new Measurement(TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(1))
            : new Measurement(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        var comparisons = StandardShapes.Load()
            .Where(subject => words.All(word => subject.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(Compare)
            .ToArray();
        measurement.WarmUp([.. comparisons.SelectMany(comparison => new[] { comparison.Theirs, comparison.Ours })]);
        Console.WriteLine("| shape | operation | beside | theirs | ours | ratio | bytes, theirs → ours |\n|---|---|---|---|---|---|---|");
        var ratios = new List<(string Beside, double Ratio)>();
        foreach (var comparison in comparisons)
        {
            var pair = measurement.Run(comparison.Theirs, comparison.Ours);
            ratios.Add(($"{comparison.Operation} beside {comparison.Beside}", pair.Ratio));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {comparison.Shape} | {comparison.Operation} | {comparison.Beside} | {pair.Theirs:F0} ns | {pair.Ours:F0} ns | {pair.Ratio:F2} | {pair.TheirBytes} → {pair.OurBytes} |"));
        }

        Console.WriteLine("\n| geometric mean of the ratios | |\n|---|---|");
        foreach (var group in ratios.GroupBy(ratio => ratio.Beside, ratio => ratio.Ratio))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {group.Key} | {Math.Exp(group.Average(Math.Log)):F2} |"));
        return 0;
    }

    private static IEnumerable<Comparison> Compare(Subject subject)
    {
        var text = subject.Ours.ToJson();
        var utf8 = subject.Ours.ToJsonUtf8();
        var theirs = subject.Theirs;
        var ours = subject.Ours;
        var theirDescriptor = theirs.Descriptor;
        var ourDescriptor = ours.Descriptor;
        var name = string.Create(CultureInfo.InvariantCulture, $"{subject.Name} ({utf8.Length})");
        yield return new(
            name, "write string", "JsonFormatter", () => s_result = JsonFormatter.Default.Format(theirs), () => s_result = ours.ToJson());
        yield return new(
            name, "read string", "JsonParser", () => s_result = JsonParser.Default.Parse(text, theirDescriptor),
            () => s_result = ProtoJson.Parse(text, ourDescriptor));
        foreach (var comparison in ComparePlain(name, subject, utf8))
            yield return comparison;
    }

    private static IEnumerable<Comparison> ComparePlain(string name, Subject subject, byte[] utf8) =>
        subject.OurType.Name.Split('.')[^1] switch
        {
            "Small" => Plain(name, subject, utf8, PlainShapes.Default.Small),
            "Packed" => Plain(name, subject, utf8, PlainShapes.Default.Packed),
            "Strings" => Plain(name, subject, utf8, PlainShapes.Default.Strings),
            "Nested" => Plain(name, subject, utf8, PlainShapes.Default.Nested),
            "Maps" => Plain(name, subject, utf8, PlainShapes.Default.Maps),
            "Blob" => Plain(name, subject, utf8, PlainShapes.Default.Blob),
            "Deep" => Plain(name, subject, utf8, PlainShapes.Default.Deep),
            _ => [],
        };

    private static IEnumerable<Comparison> Plain<T>(
        string name, Subject subject, byte[] utf8, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        var plain = JsonSerializer.Deserialize(utf8, type)!;
        var ours = subject.Ours;
        var descriptor = ours.Descriptor;
        yield return new(
            name, "write UTF-8", "System.Text.Json", () => s_result = JsonSerializer.SerializeToUtf8Bytes(plain, type),
            () => s_result = ours.ToJsonUtf8());
        yield return new(
            name, "read UTF-8", "System.Text.Json", () => s_result = JsonSerializer.Deserialize(utf8, type),
            () => s_result = ProtoJson.Parse(utf8, descriptor));
    }

    private sealed record Comparison(string Shape, string Operation, string Beside, Action Theirs, Action Ours);
}
