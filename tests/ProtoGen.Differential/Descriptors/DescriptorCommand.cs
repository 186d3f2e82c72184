namespace ProtoGen.Differential.Descriptors;

/// <summary>Compares roots and prints totals and the first differences.</summary>
internal static class DescriptorCommand
{
    private const int MaxShown = 40;

    /// <summary>Returns 1 if anything differs.</summary>
    public static int Run(CorpusArguments arguments, params IReadOnlyList<CompilerOutput> outputs)
    {
        var total = 0;
        foreach (var root in arguments.Roots)
        {
            var comparison = new CorpusComparison(arguments, root, outputs);
            var differences = comparison.Run(ReportProgress);
            Print(root, comparison, differences);
            total += differences.Count;
        }

        Console.WriteLine(total == 0 ? "identical" : $"{total} files differ");
        return total == 0 ? 0 : 1;
    }

    private static void Print(string root, CorpusComparison comparison, IReadOnlyList<Difference> differences)
    {
        var files = $"{root}: {comparison.FileCount} files"
            + (comparison.AbortCount > 0 ? $", on {comparison.AbortCount} of which protoc aborts" : "");
        if (differences.Count == 0)
        {
            Console.WriteLine($"{files}, all identical");
            return;
        }

        var kinds = differences.GroupBy(difference => difference.Kind)
            .OrderBy(group => group.Key)
            .Select(group => $"{group.Key}: {group.Count()}");
        Console.WriteLine($"{files}, {differences.Count} differ ({string.Join(", ", kinds)})");
        foreach (var difference in differences.Take(MaxShown))
        {
            Console.WriteLine($"  {difference.File}: {difference.Kind} {difference.Detail}");
        }
    }

    private static void ReportProgress(int done, int total)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r{done}/{total} {(done == total ? "\n" : "")}");
        }
    }
}
