using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Serialization;

/// <summary>Writes ServiceDescriptorProto.</summary>
internal static class ServiceSerializer
{
    public static void Write(SerializationContext context, int number, ServiceDescriptor service)
    {
        var writer = context.Writer;
        var start = writer.BeginMessage(number);
        writer.WriteString(1, service.Name);
        foreach (var method in service.Methods) WriteMethod(context, method);
        context.WriteOptions(3, service);
        writer.EndMessage(start);
    }

    private static void WriteMethod(SerializationContext context, MethodDescriptor method)
    {
        var writer = context.Writer;
        var start = writer.BeginMessage(2);
        writer.WriteString(1, method.Name);
        writer.WriteTypeName(2, method.InputType.FullName);
        writer.WriteTypeName(3, method.OutputType.FullName);
        context.WriteOptions(4, method);
        if (method.ClientStreaming) writer.WriteBool(5, true);
        if (method.ServerStreaming) writer.WriteBool(6, true);
        writer.EndMessage(start);
    }
}
