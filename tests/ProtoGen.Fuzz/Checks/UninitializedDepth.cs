using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ProtoGen.Differential.Descriptors;

namespace ProtoGen.Fuzz.Checks;

/// <summary>Recognizes diagnostics of protoc that depend on a number that protoc does not initialize.</summary>
/// <remarks>
/// It is the nesting depth at a group of an <c>extend</c> before the first message of a file. As a result, protoc may reject an imported
/// file that it accepts alone.
/// </remarks>
internal static partial class UninitializedDepth
{
    // protoc's limit. A message that is nested less deeply than that can't exceed it.
    private const int DepthLimit = 32;

    /// <summary>Returns whether a diagnostic of protoc depends on that number.</summary>
    public static bool Affects(CompilerRun run) => run.Errors.Any(IsAffected);

    private static bool IsAffected(string line) =>
        Limit().Match(line) is { Success: true } match
        && CountBraces(match.Groups["path"].Value, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture)) < DepthLimit;

    /// <summary>Counts the braces up to the end of a line.</summary>
    private static int CountBraces(string path, int line) =>
        File.ReadLines(path, Encoding.Latin1).Take(line).Sum(text => text.Count(c => c == '{'));

    [GeneratedRegex(@"^(?<path>.+):(?<line>\d+):\d+: Reached maximum recursion limit for nested messages\.$")]
    private static partial Regex Limit();
}
