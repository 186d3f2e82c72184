namespace ProtoGen.Benchmarks.Messages;

/// <summary>
/// Measures time and allocation of each way to parse, write, measure and copy messages, with protoc's and ProtoGen's classes in
/// alternating batches. <c>messages [--quick] [WORD...]</c>: the words select rows and columns.
/// </summary>
internal static class MessagesSuite
{
    public static int Run(string[] args)
    {
        var words = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var measurement = args.Contains("--quick")
            ? new Measurement(TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(1))
            : new Measurement(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        var report = new MessagesReport();
        var selected = Select(words).ToArray();
        measurement.WarmUp([.. selected.SelectMany(item => new[] { item.Operation.Theirs, item.Operation.Ours })]);
        foreach (var (subject, operation) in selected)
        {
            var result = measurement.Run(operation.Theirs, operation.Ours);
            report.Add(subject, operation.Name, result);
            Console.Error.WriteLine($"{subject.Name,-28} {operation.Name,-24} {result}");
        }
        report.Write(Console.Out);
        return 0;
    }

    private static IEnumerable<(Subject Subject, Operation Operation)> Select(string[] words)
    {
        foreach (var subject in StandardShapes.Load().Concat(RealMessages.Load()))
        {
            subject.Check();
            foreach (var operation in Operations.Of(subject))
            {
                if (words.All(word => $"{subject.Name} {operation.Name}".Contains(word, StringComparison.OrdinalIgnoreCase)))
                    yield return (subject, operation);
            }
        }
    }
}
