using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Sets the ends of the ranges <c>to max</c>. They depend on an option that may come after the range.</summary>
internal static class MessageRanges
{
    /// <summary>The end of a range <c>to max</c> until <see cref="ResolveMaximum"/> sets it.</summary>
    public const int Maximum = -1;

    public static void ResolveMaximum(MessageNode message)
    {
        if (message.ExtensionRanges.Count == 0 && message.ReservedRanges.Count == 0)
        {
            return;
        }

        var end = IsMessageSet(message) ? int.MaxValue : FieldNumbers.Max + 1;
        foreach (var range in message.ExtensionRanges)
        {
            range.End = range.End == Maximum ? end : range.End;
        }

        foreach (var range in message.ReservedRanges)
        {
            range.End = range.End == Maximum ? end : range.End;
        }
    }

    private static bool IsMessageSet(MessageNode message)
    {
        foreach (var option in message.Options)
        {
            if (option.NameParts.Count == 1 && option.NameParts[0] is { IsExtension: false, Text: "message_set_wire_format" }
                && option is { Kind: OptionValueKind.Identifier, Text: "true" })
            {
                return true;
            }
        }

        return false;
    }
}
