using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>Finds the place that protoc gives for an error. Much has none there: oneofs, synthesized elements, extendees but the first of a block.</summary>
internal static class ErrorPlaces
{
    /// <summary>The span whose start is the error's line and column; empty when the error has no place.</summary>
    internal static TextSpan Of(Descriptor element, ErrorLocation where) => element switch
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

    /// <summary>The last import statement of this path.</summary>
    internal static TextSpan OfImport(FileNode file, string path)
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

    private static TextSpan OfMethod(MethodNode method, ErrorLocation where) => where switch
    {
        ErrorLocation.Name => method.Name.Span,
        ErrorLocation.InputType => method.InputType.Span,
        ErrorLocation.OutputType => method.OutputType.Span,
        _ => default,
    };
}
