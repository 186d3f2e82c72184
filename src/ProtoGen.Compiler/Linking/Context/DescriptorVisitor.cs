using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>Visits all elements of a file in protoc's order, in which errors are reported.</summary>
internal abstract class DescriptorVisitor
{
    internal void Visit(FileDescriptor file)
    {
        VisitFile(file);
        foreach (var message in file.Messages) Walk(message);
        foreach (var type in file.Enums) Walk(type);
        foreach (var extension in file.Extensions) VisitField(extension);
        foreach (var service in file.Services)
        {
            VisitService(service);
            foreach (var method in service.Methods) VisitMethod(method);
        }
    }

    protected virtual void VisitFile(FileDescriptor file) => VisitElement(file);

    protected virtual void VisitMessage(MessageDescriptor message) => VisitElement(message);

    protected virtual void VisitEnum(EnumDescriptor type) => VisitElement(type);

    protected virtual void VisitEnumValue(EnumValueDescriptor value) => VisitElement(value);

    protected virtual void VisitOneof(OneofDescriptor oneof) => VisitElement(oneof);

    protected virtual void VisitField(FieldDescriptor field) => VisitElement(field);

    protected virtual void VisitExtensionRange(ExtensionRangeDescriptor range) => VisitElement(range);

    protected virtual void VisitService(ServiceDescriptor service) => VisitElement(service);

    protected virtual void VisitMethod(MethodDescriptor method) => VisitElement(method);

    /// <summary>Visits every element whose kind has no other visit method.</summary>
    protected virtual void VisitElement(Descriptor element)
    {
    }

    private void Walk(MessageDescriptor message)
    {
        VisitMessage(message);
        foreach (var type in message.Enums) Walk(type);
        foreach (var oneof in message.Oneofs) VisitOneof(oneof);
        foreach (var field in message.Fields) VisitField(field);
        foreach (var nested in message.Messages) Walk(nested);
        foreach (var extension in message.Extensions) VisitField(extension);
        foreach (var range in message.ExtensionRanges) VisitExtensionRange(range);
    }

    private void Walk(EnumDescriptor type)
    {
        VisitEnum(type);
        foreach (var value in type.Values) VisitEnumValue(value);
    }
}
