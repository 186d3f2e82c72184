using System.Globalization;
using ProtoGen.Compiler.Descriptors.Options;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>Reads defaults from their canonical text.</summary>
internal static class DefaultValues
{
    /// <summary>The text as descriptors hold it: the parser's, but floating-point numbers as their type rounds them.</summary>
    internal static string? Canonicalize(FieldNode node) => (node.Type, node.DefaultValue) switch
    {
        (FieldType.Float, { } text) => NumberText.FormatFloat(ParseFloat(text)),
        (FieldType.Double, { } text) => NumberText.FormatDouble(ParseDouble(text)),
        (_, var text) => text,
    };

    /// <summary>The typed default of a field; null for messages and repeated fields.</summary>
    internal static object? Of(FieldDescriptor field)
    {
        if (field.IsRepeated) return null;
        var text = field.DefaultValueText;
        return field.Type switch
        {
            FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => text is null ? 0 : int.Parse(text, CultureInfo.InvariantCulture),
            FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => text is null ? 0L : long.Parse(text, CultureInfo.InvariantCulture),
            FieldType.UInt32 or FieldType.Fixed32 => text is null ? 0u : uint.Parse(text, CultureInfo.InvariantCulture),
            FieldType.UInt64 or FieldType.Fixed64 => text is null ? 0ul : ulong.Parse(text, CultureInfo.InvariantCulture),
            FieldType.Float => text is null ? 0f : ParseFloat(text),
            FieldType.Double => text is null ? 0d : ParseDouble(text),
            FieldType.Bool => text == "true",
            FieldType.String => text is null ? [] : Utf8.GetBytes(text),
            FieldType.Bytes => text is null ? [] : Unescape(text),
            FieldType.Enum => field.DefaultEnumValue,
            _ => null,
        };
    }

    private static double ParseDouble(string text) => text switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" or "-nan" => double.NaN,
        _ => NumberText.ParseDouble(text),
    };

    /// <summary>protoc reads a double and rounds that; a value beyond float's range becomes its largest or infinity.</summary>
    private static float ParseFloat(string text) => FloatValues.FromDouble(ParseDouble(text));

    private static byte[] Unescape(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                bytes.Add((byte)text[i]);
                continue;
            }

            i++;
            if (text[i] is >= '0' and <= '7')
            {
                bytes.Add((byte)(((text[i] - '0') * 64) + ((text[i + 1] - '0') * 8) + (text[i + 2] - '0')));
                i += 2;
            }
            else
            {
                bytes.Add(UnescapeLetter(text[i]));
            }
        }

        return [.. bytes];
    }

    private static byte UnescapeLetter(char c) => c switch
    {
        'n' => (byte)'\n',
        'r' => (byte)'\r',
        't' => (byte)'\t',
        _ => (byte)c,
    };
}
