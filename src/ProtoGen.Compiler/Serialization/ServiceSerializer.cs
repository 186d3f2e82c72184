using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Serialization;

/// <summary>Writes ServiceDescriptorProto.</summary>
internal static class ServiceSerializer
{
    public static void Write(SerializationContext context, int number, ServiceDescriptor service)
    {
        var writer = context.Writer;
        var start = writer.BeginMessage(number);
        writer.WriteString(DescriptorFields.Service.Name, service.Name);
        foreach (var method in service.Methods) WriteMethod(context, method);
        context.WriteOptions(DescriptorFields.Service.Options, service);
        writer.EndMessage(start);
    }

    private static void WriteMethod(SerializationContext context, MethodDescriptor method)
    {
        var writer = context.Writer;
        var start = writer.BeginMessage(DescriptorFields.Service.Method);
        writer.WriteString(DescriptorFields.Method.Name, method.Name);
        writer.WriteTypeName(DescriptorFields.Method.InputType, method.InputType.FullName);
        writer.WriteTypeName(DescriptorFields.Method.OutputType, method.OutputType.FullName);
        context.WriteOptions(DescriptorFields.Method.Options, method);
        if (method.ClientStreaming) writer.WriteBool(DescriptorFields.Method.ClientStreaming, true);
        if (method.ServerStreaming) writer.WriteBool(DescriptorFields.Method.ServerStreaming, true);
        writer.EndMessage(start);
    }
}
