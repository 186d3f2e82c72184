using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>Finds what an editor can mark for errors that have no line and column in protoc's words.</summary>
internal static class EditorPlaces
{
    /// <summary>The element's name; for what was made from a map field, the map's type. Empty for a file.</summary>
    internal static TextSpan Of(Descriptor element) => element switch
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

    private static TextSpan OfMap(MessageDescriptor entry)
    {
        if (entry.ContainingType is not { } message) return default;
        foreach (var field in message.Node.Fields)
            if (field.TypeName == entry.Name) return field.TypeSpan;
        return default;
    }
}
