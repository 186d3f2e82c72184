using System.Globalization;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Descriptors;

/// <summary>Parses the canonical text of a field's default value.</summary>
internal static class FieldDefault
{
    /// <summary>Returns the typed default of a field; null for messages and repeated fields.</summary>
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
            FieldType.Bytes => text is null ? [] : CEscape.Unescape(Utf8.GetBytes(text))!,
            FieldType.Enum => field.DefaultEnumValue,
            _ => null,
        };
    }

    private static double ParseDouble(string text) => CNumberParser.ReadDouble(text)!.Value;

    // protoc reads a double and rounds that to float, so a value beyond the range of float becomes the largest float or infinity.
    private static float ParseFloat(string text) => FloatRounding.FromDouble(ParseDouble(text));
}
