using System.Text.RegularExpressions;
using ProtoGen.Differential.Descriptors;

namespace ProtoGen.Fuzz.Checks;

/// <summary>
/// protoc counts the depth of a message inside a group of an <c>extend</c> that comes before the first message of its file from a number
/// that it never set. What is refused when the file is imported may be accepted when it stands alone: then chance spoke.
/// </summary>
internal static partial class DepthByChance
{
    /// <summary>Whether a message of protoc's is of that kind.</summary>
    public static bool IsIn(CompilerRun run, IReadOnlyList<string> importPath) => run.Errors.Any(line => IsOfChance(line, importPath));

    private static bool IsOfChance(string line, IReadOnlyList<string> importPath) =>
        Limit().Match(line) is { Success: true } match
        && !CompilerRun.RunProtoc(importPath, [NameOf(match.Groups["path"].Value, importPath)], withSourceInfo: false).Errors.Contains(line);

    private static string NameOf(string path, IReadOnlyList<string> importPath) =>
        Path.GetRelativePath(importPath.First(root => path.StartsWith(root, StringComparison.Ordinal)), path);

    [GeneratedRegex(@"^(?<path>.+):\d+:\d+: Reached maximum recursion limit for nested messages\.$")]
    private static partial Regex Limit();
}
