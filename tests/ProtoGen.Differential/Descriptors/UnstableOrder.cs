namespace ProtoGen.Differential.Descriptors;

/// <summary>Sorts the messages that protoc prints in the order of memory addresses, which varies from run to run.</summary>
internal static class UnstableOrder
{
    private static readonly string[] LifetimeTexts =
    [
        " wasn't introduced until edition ", " has been removed in edition ", " has been deprecated in edition ",
    ];

    /// <summary>
    /// Sorts neighboring warnings about unused imports of one file, and neighboring messages about options that an edition does not have
    /// by file: protoc checks the files in the order of a hash table of pointers, and the elements of each file in their order.
    /// </summary>
    public static string[] Sort(string[] lines)
    {
        var sorted = new List<string>(lines.Length);
        for (var start = 0; start < lines.Length;)
        {
            var end = start + 1;
            while (end < lines.Length && IsOneRun(lines[start], lines[end])) end++;
            var run = lines[start..end];
            sorted.AddRange(IsLifetime(run[0]) ? run.OrderBy(File, StringComparer.Ordinal) : run.Order(StringComparer.Ordinal));
            start = end;
        }

        return [.. sorted];
    }

    private static bool IsOneRun(string first, string next) =>
        (IsLifetime(first) && IsLifetime(next)) || (IsUnusedImport(first) && IsUnusedImport(next) && File(first) == File(next));

    private static bool IsUnusedImport(string line) =>
        line.Contains(": warning: Import ", StringComparison.Ordinal) && line.EndsWith(" is unused.", StringComparison.Ordinal);

    private static bool IsLifetime(string line) => LifetimeTexts.Any(text => line.Contains(text, StringComparison.Ordinal));

    private static string File(string line) => line[..line.IndexOf(':')];
}
