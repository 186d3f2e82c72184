using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ProtoGen.Differential.Descriptors;

namespace ProtoGen.Fuzz.Checks;

/// <summary>
/// protoc counts the depth of a message inside a group of an <c>extend</c> that comes before the first message of its file from a number
/// that it never initialized, so it may reject a file that is imported and accept the same file alone.
/// </summary>
internal static partial class DepthByChance
{
    // protoc's limit. A message that is nested less deeply than that can't exceed it.
    private const int DepthLimit = 32;

    /// <summary>Returns whether a diagnostic of protoc depends on that number.</summary>
    public static bool IsIn(CompilerRun run) => run.Errors.Any(IsOfChance);

    private static bool IsOfChance(string line) =>
        Limit().Match(line) is { Success: true } match
        && CountBraces(match.Groups["path"].Value, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture)) < DepthLimit;

    /// <summary>Counts the braces up to the end of a line.</summary>
    private static int CountBraces(string path, int line) =>
        File.ReadLines(path, Encoding.Latin1).Take(line).Sum(text => text.Count(c => c == '{'));

    [GeneratedRegex(@"^(?<path>.+):(?<line>\d+):\d+: Reached maximum recursion limit for nested messages\.$")]
    private static partial Regex Limit();
}
