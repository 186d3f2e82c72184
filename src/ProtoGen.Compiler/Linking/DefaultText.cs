using System.Globalization;
using ProtoGen.Compiler.Descriptors.Options;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>Reads defaults from their canonical text.</summary>
internal static class DefaultValues
{
    /// <summary>
    /// The text as descriptors hold it. The parser's is, but for floating-point numbers, which their type rounds; a descriptor may hold any
    /// text, which protoc reads as C does. What is wrong with it is told; the text is as it was then.
    /// </summary>
    internal static string? Canonicalize(FieldNode node, out DiagnosticKind? error)
    {
        error = null;
        if (node.DefaultValue is not { } text) return null;
        var canonical = node.Type switch
        {
            FieldType.Float => ReadDouble(text) is { } value ? NumberText.FormatFloat(FloatValues.FromDouble(value)) : null,
            FieldType.Double => ReadDouble(text) is { } value ? NumberText.FormatDouble(value) : null,
            FieldType.Bytes => Unescape(text) is { } bytes ? BytesText.Escape(bytes) : null,
            FieldType.Bool => text is "true" or "false" ? text : null,
            FieldType.Message or FieldType.Group => null,
            FieldType.String or FieldType.Enum or FieldType.Unresolved => text,
            var type => CText.ReadInteger(text, type),
        };
        if (canonical is not null) return canonical;
        error = node.Type switch
        {
            FieldType.Bytes => LinkDiagnostics.DefaultEscape,
            FieldType.Bool => LinkDiagnostics.DefaultNotBool,
            FieldType.Message or FieldType.Group => LinkDiagnostics.MessageDefault,
            _ => LinkDiagnostics.DefaultNotNumber,
        };
        return text;
    }

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
            FieldType.Bytes => text is null ? [] : Unescape(text)!,
            FieldType.Enum => field.DefaultEnumValue,
            _ => null,
        };
    }

    private static double ParseDouble(string text) => ReadDouble(text)!.Value;

    /// <summary>protoc reads a double and rounds that; a value beyond float's range becomes its largest or infinity.</summary>
    private static float ParseFloat(string text) => FloatValues.FromDouble(ParseDouble(text));

    /// <summary>Reads a number as C++ does, which takes neither a space nor a plus before it; null if it is none.</summary>
    private static double? ReadDouble(string text)
    {
        var isNegative = text.Length > 0 && text[0] == '-';
        var digits = isNegative ? text.Substring(1) : text;
        switch (digits.ToLowerInvariant())
        {
            case "inf" or "infinity": return isNegative ? double.NegativeInfinity : double.PositiveInfinity;
            case "nan": return double.NaN;
            default: return CText.IsDecimal(digits) ? NumberText.ParseDouble(text) : null;
        }
    }

    private static byte[]? Unescape(string text) => CText.Unescape(Utf8.GetBytes(text));
}
