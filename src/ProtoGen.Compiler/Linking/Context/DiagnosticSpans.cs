using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>Finds the span that a diagnostic about an element points to.</summary>
internal static class DiagnosticSpans
{
    /// <summary>Returns the span whose start protoc prints as line and column; empty if protoc prints none.</summary>
    /// <remarks>
    /// protoc has no position for oneofs, for elements that the parser synthesizes, and for the extendee of all but the first field of an
    /// <c>extend</c> block.
    /// </remarks>
    internal static TextSpan ProtocSpan(Descriptor element, ErrorLocation where) => element switch
    {
        FileDescriptor file => OfFile(file.Node, where),
        MessageDescriptor message => where == ErrorLocation.Name ? message.Node.Name.Span : default,
        FieldDescriptor field => OfField(field, where),
        EnumDescriptor type => where == ErrorLocation.Name ? type.Node.Name.Span : default,
        EnumValueDescriptor value => OfValue(value.Node, where),
        ExtensionRangeDescriptor range => where == ErrorLocation.Number ? range.Node.StartSpan : default,
        ServiceDescriptor service => where == ErrorLocation.Name ? service.Node.Name.Span : default,
        MethodDescriptor method => OfMethod(method.Node, where),
        _ => default,
    };

    /// <summary>Returns what an editor can mark for an error to which protoc gives no position; empty for a file.</summary>
    /// <remarks>A map's entry type and its fields are synthesized, so an error about them marks the type of the map field.</remarks>
    internal static TextSpan EditorSpan(Descriptor element) => element switch
    {
        MessageDescriptor { IsMapEntry: true } entry => OfMap(entry),
        FieldDescriptor { IsExtension: false, ContainingType.IsMapEntry: true } part => OfMap(part.ContainingType),
        MessageDescriptor message => message.Node.Name.Span,
        FieldDescriptor field => field.Node.Name.Span,
        OneofDescriptor oneof => oneof.Node.Name.Span,
        EnumDescriptor type => type.Node.Name.Span,
        EnumValueDescriptor value => value.Node.Name.Span,
        ExtensionRangeDescriptor range => range.Node.StartSpan,
        ServiceDescriptor service => service.Node.Name.Span,
        MethodDescriptor method => method.Node.Name.Span,
        _ => default,
    };

    /// <summary>Returns the last import statement of this path.</summary>
    internal static TextSpan ImportSpan(FileNode file, string path)
    {
        for (var i = file.Imports.Count - 1; i >= 0; i--)
            if (file.Imports[i].Path == path) return file.Imports[i].Span;
        return default;
    }

    private static TextSpan OfFile(FileNode file, ErrorLocation where) => where switch
    {
        ErrorLocation.Name => file.Package.Span,
        ErrorLocation.Editions => file.EditionSpan,
        ErrorLocation.Other => file.Span,
        _ => default,
    };

    private static TextSpan OfField(FieldDescriptor field, ErrorLocation where) => where switch
    {
        ErrorLocation.Name => field.Node.Name.Span,
        ErrorLocation.Number => field.Node.NumberSpan,
        ErrorLocation.Type => field.Node.TypeSpan,
        ErrorLocation.DefaultValue => field.Node.DefaultValueSpan,
        ErrorLocation.OptionName => field.Node.JsonNameSpan,
        ErrorLocation.Extendee => field.Node.Extendee?.Span ?? default,
        _ => default,
    };

    private static TextSpan OfValue(EnumValueNode value, ErrorLocation where) => where switch
    {
        ErrorLocation.Name => value.Name.Span,
        ErrorLocation.Number => value.NumberSpan,
        _ => default,
    };

    private static TextSpan OfMap(MessageDescriptor entry)
    {
        if (entry.ContainingType is not { } message) return default;
        foreach (var field in message.Node.Fields)
            if (field.TypeName == entry.Name) return field.TypeSpan;
        return default;
    }

    private static TextSpan OfMethod(MethodNode method, ErrorLocation where) => where switch
    {
        ErrorLocation.Name => method.Name.Span,
        ErrorLocation.InputType => method.InputType.Span,
        ErrorLocation.OutputType => method.OutputType.Span,
        _ => default,
    };
}
