namespace ProtoGen.Benchmarks.Messages;

/// <summary>
/// Measures time and allocation of each way to parse, write, measure and copy messages, with protoc's and ProtoGen's classes in
/// alternating batches. <c>messages [--quick] [--mixed] [WORD...]</c>: the words select rows and columns.
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
        // The JIT compiler optimizes shared code for all calls of the warm-up, so a few cells alone may be faster than in a full run.
        var warmed = Load(args.Contains("--mixed") ? [] : words).ToArray();
        measurement.WarmUp([.. warmed.SelectMany(item => new[] { item.Operation.Theirs, item.Operation.Ours })]);
        foreach (var (subject, operation) in warmed.Where(item => IsSelected($"{item.Subject.Name} {item.Operation.Name}", words)))
        {
            var result = measurement.Run(operation.Theirs, operation.Ours);
            report.Add(subject, operation.Name, result);
            Console.Error.WriteLine($"{subject.Name,-28} {operation.Name,-24} {result}");
        }
        report.Write(Console.Out);
        return 0;
    }

    private static IEnumerable<(Subject Subject, Operation Operation)> Load(string[] words)
    {
        var rows = words.Where(word => StandardShapes.Names.Concat(RealMessages.Names).Any(name => IsSelected(name, [word]))).ToArray();
        // Compiling Google's APIs is slow.
        var isReal = rows.Length == 0 || RealMessages.Names.Any(name => IsSelected(name, rows));
        foreach (var subject in StandardShapes.Load().Concat(isReal ? RealMessages.Load() : []))
        {
            subject.Check();
            foreach (var operation in Operations.Of(subject))
            {
                if (IsSelected($"{subject.Name} {operation.Name}", words))
                    yield return (subject, operation);
            }
        }
    }

    /// <summary>Returns whether the cell has all words. A word may consist of alternatives, separated by commas.</summary>
    private static bool IsSelected(string cell, string[] words) =>
        words.All(word => word.Split(',').Any(part => cell.Contains(part, StringComparison.OrdinalIgnoreCase)));
}
