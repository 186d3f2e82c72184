namespace ProtoGen.Differential.Descriptors;

/// <summary>protoc warns of a file's unused imports in the order of addresses in memory, another in every run; sorted, they can be compared.</summary>
internal static class UnusedImports
{
    public static string[] Sort(string[] lines)
    {
        string[] sorted = [.. lines];
        for (int start = 0; start < sorted.Length;)
        {
            int end = start + 1;
            while (end < sorted.Length && IsUnusedImport(sorted[start]) && IsUnusedImport(sorted[end]) && File(sorted[start]) == File(sorted[end]))
            {
                end++;
            }

            Array.Sort(sorted, start, end - start, StringComparer.Ordinal);
            start = end;
        }

        return sorted;
    }

    private static bool IsUnusedImport(string line) => line.Contains(": warning: Import ", StringComparison.Ordinal) && line.EndsWith(" is unused.", StringComparison.Ordinal);

    private static string File(string line) => line[..line.IndexOf(".proto", StringComparison.Ordinal)];
}
