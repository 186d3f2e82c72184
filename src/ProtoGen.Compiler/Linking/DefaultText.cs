using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking;

/// <summary>Brings the text of a default value into the form that descriptors hold.</summary>
internal static class DefaultText
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
            FieldType.Float => CNumberParser.ReadDouble(text) is { } value ? NumberText.FormatFloat(FloatRounding.FromDouble(value)) : null,
            FieldType.Double => CNumberParser.ReadDouble(text) is { } value ? NumberText.FormatDouble(value) : null,
            FieldType.Bytes => Unescape(text) is { } bytes ? BytesLiteral.Escape(bytes) : null,
            FieldType.Bool => text is "true" or "false" ? text : null,
            FieldType.Message or FieldType.Group => null,
            FieldType.String or FieldType.Enum or FieldType.Unresolved => text,
            var type => CNumberParser.ReadInteger(text, type),
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

    private static byte[]? Unescape(string text) => CEscape.Unescape(Utf8.GetBytes(text));
}
