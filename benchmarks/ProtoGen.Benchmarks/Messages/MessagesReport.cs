using System.Globalization;
using System.Reflection;
using Google.Protobuf;

namespace ProtoGen.Benchmarks.Messages;

/// <summary>Writes the tables of docs/performance.md: relative speed and allocated bytes.</summary>
internal sealed class MessagesReport
{
    // The part after the plus sign is a commit.
    private static readonly string ProtobufVersion = typeof(IMessage).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private readonly List<(Subject Subject, string Operation, MeasuredPair Pair)> _results = [];

    public void Add(Subject subject, string operation, MeasuredPair pair) => _results.Add((subject, operation, pair));

    public void Write(TextWriter output)
    {
        var operations = _results.Select(result => result.Operation).Distinct().ToArray();
        var subjects = _results.Select(result => result.Subject).Distinct().ToArray();
        var title = $"Speed on Google.Protobuf {ProtobufVersion}: protoc's class = 1.0, higher is faster";
        WriteTable(output, title, operations, subjects, pair => Number(pair.Ratio));
        output.WriteLine();
        WriteMeans(output, operations);
        output.WriteLine();
        WriteTable(
            output, "Allocated bytes: protoc's class → the other", operations, subjects, pair => $"{pair.TheirBytes} → {pair.OurBytes}");
    }

    private void WriteTable(TextWriter output, string title, string[] operations, Subject[] subjects, Func<MeasuredPair, string> cell)
    {
        output.WriteLine($"{title}\n");
        output.WriteLine($"| message (bytes) | {string.Join(" | ", operations)} |");
        output.WriteLine($"|---{string.Concat(operations.Select(_ => "|---"))}|");
        foreach (var subject in subjects)
        {
            var cells = operations.Select(operation =>
                _results.FirstOrDefault(result => result.Subject == subject && result.Operation == operation).Pair is { } pair
                    ? cell(pair)
                    : "");
            output.WriteLine($"| {subject.Name} ({subject.Data.Length}) | {string.Join(" | ", cells)} |");
        }
    }

    private void WriteMeans(TextWriter output, string[] operations)
    {
        output.WriteLine("Over the nine shapes\n");
        output.WriteLine("| | " + string.Join(" | ", operations) + " |");
        output.WriteLine($"|---{string.Concat(operations.Select(_ => "|---"))}|");
        output.WriteLine("| geometric mean | " + string.Join(" | ", operations.Select(name => Number(Mean(Ratios(name))))) + " |");
        output.WriteLine(
            "| lowest | " + string.Join(" | ", operations.Select(name => Number(Ratios(name).DefaultIfEmpty(double.NaN).Min()))) + " |");
    }

    private IEnumerable<double> Ratios(string operation) =>
        _results.Where(result => result.Operation == operation && result.Subject.IsStandard).Select(result => result.Pair.Ratio);

    private static double Mean(IEnumerable<double> ratios) =>
        Math.Exp(ratios.Select(ratio => Math.Log(ratio)).DefaultIfEmpty(double.NaN).Average());

    private static string Number(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
