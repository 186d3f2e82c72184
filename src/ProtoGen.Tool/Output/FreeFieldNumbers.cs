using System.Globalization;
using System.Text;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Tool.Output;

/// <summary>Lists the unused field numbers of each message (<c>--print_free_field_numbers</c>).</summary>
internal static class FreeFieldNumbers
{
    private const int NameWidth = 35;

    /// <summary>Returns a line for each message, nested ones before the one that contains them.</summary>
    public static string Describe(IEnumerable<FileDescriptor> files)
    {
        var text = new StringBuilder();
        foreach (var message in files.SelectMany(file => file.Messages))
        {
            Append(text, message);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, MessageDescriptor message)
    {
        foreach (var nested in message.Messages)
        {
            Append(text, nested);
        }

        text.Append(message.FullName.PadRight(NameWidth)).Append(" free:");
        var next = 1;
        foreach ((var start, var end) in Occupied(message).Order())
        {
            if (next >= end)
            {
                continue;
            }

            if (next < start)
            {
                text.Append(CultureInfo.InvariantCulture, $" {next}");
                if (next + 1 < start)
                {
                    text.Append(CultureInfo.InvariantCulture, $"-{start - 1}");
                }
            }

            next = end;
        }

        if (next <= FieldNumbers.Max)
        {
            text.Append(CultureInfo.InvariantCulture, $" {next}-INF");
        }

        text.Append('\n');
    }

    /// <summary>Returns the ranges of used numbers. Their ends are exclusive.</summary>
    private static IEnumerable<(int Start, int End)> Occupied(MessageDescriptor message) =>
        message.Fields.Select(field => (field.Number, field.Number + 1))
            .Concat(message.ExtensionRanges.Select(range => (range.Start, range.End)))
            .Concat(message.ReservedRanges.Select(range => (range.Start, range.End)));
}
