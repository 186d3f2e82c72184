using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking;

/// <summary>Converts the text of a default value to the form that descriptors contain.</summary>
internal static class DefaultText
{
    /// <summary>
    /// Returns the canonical text of a field's default value. If the text is not a valid value, returns it unchanged and sets the error.
    /// </summary>
    /// <remarks>
    /// Text from the parser is already canonical, except that floating-point numbers are rounded to the field's type. A descriptor from a
    /// descriptor set may contain any text, which protoc reads with C functions.
    /// </remarks>
    internal static string? Canonicalize(FieldNode node, out DiagnosticKind? error)
    {
        error = null;
        if (node.DefaultValue is not { } text) return null;
        var canonical = node.Type switch
        {
            FieldType.Float => CNumberParser.ReadDouble(text) is { } value ? NumberText.FormatFloat(FloatRounding.FromDouble(value)) : null,
            FieldType.Double => CNumberParser.ReadDouble(text) is { } value ? NumberText.FormatDouble(value) : null,
            FieldType.Bytes => Unescape(text) is { } bytes ? BytesLiteral.Escape(bytes) : null,
            FieldType.Bool => text is "true" or "false" ? text : null,
            FieldType.Message or FieldType.Group => null,
            FieldType.String or FieldType.Enum or FieldType.Unresolved => text,
            var type => CNumberParser.ReadInteger(text, IsUnsigned(type), Is64Bit(type)),
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

    private static bool IsUnsigned(FieldType type) =>
        type is FieldType.UInt32 or FieldType.Fixed32 or FieldType.UInt64 or FieldType.Fixed64;

    private static bool Is64Bit(FieldType type) =>
        type is FieldType.UInt64 or FieldType.Fixed64 or FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64;

    private static byte[]? Unescape(string text) => CEscape.Unescape(Utf8.GetBytes(text));
}
