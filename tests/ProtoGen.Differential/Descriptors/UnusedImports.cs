namespace ProtoGen.Differential.Descriptors;

/// <summary>Sorts warnings about unused imports, which protoc prints in the order of memory addresses.</summary>
internal static class UnusedImports
{
    public static string[] Sort(string[] lines)
    {
        string[] sorted = [.. lines];
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && IsUnusedImport(sorted[start]) && IsUnusedImport(sorted[end])
                && File(sorted[start]) == File(sorted[end]))
            {
                end++;
            }

            Array.Sort(sorted, start, end - start, StringComparer.Ordinal);
            start = end;
        }

        return sorted;
    }

    private static bool IsUnusedImport(string line) =>
        line.Contains(": warning: Import ", StringComparison.Ordinal) && line.EndsWith(" is unused.", StringComparison.Ordinal);

    private static string File(string line) => line[..line.IndexOf(".proto", StringComparison.Ordinal)];
}
