using System.Text.RegularExpressions;
using ProtoGen.Differential.Descriptors;

namespace ProtoGen.Fuzz.Checks;

/// <summary>
/// protoc counts the depth of a message inside a group of an <c>extend</c> that comes before the first message of its file from a number
/// that it never initialized, so it may reject a file that is imported and accept the same file alone.
/// </summary>
internal static partial class DepthByChance
{
    /// <summary>Whether a diagnostic of protoc depends on that number.</summary>
    public static bool IsIn(CompilerRun run, IReadOnlyList<string> importPath) => run.Errors.Any(line => IsOfChance(line, importPath));

    private static bool IsOfChance(string line, IReadOnlyList<string> importPath) =>
        Limit().Match(line) is { Success: true } match
        && !CompilerRun.RunProtoc(importPath, [NameOf(match.Groups["path"].Value, importPath)], CompilerOutput.Descriptors).Errors.Contains(line);

    private static string NameOf(string path, IReadOnlyList<string> importPath) =>
        Path.GetRelativePath(importPath.First(root => path.StartsWith(root, StringComparison.Ordinal)), path);

    [GeneratedRegex(@"^(?<path>.+):\d+:\d+: Reached maximum recursion limit for nested messages\.$")]
    private static partial Regex Limit();
}
