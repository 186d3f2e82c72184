using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Compiler.Emit.Services;

/// <summary>Writes the static fields that client and server share: the service's name, the marshallers and the methods.</summary>
internal static class ServiceFieldsEmitter
{
    public static void Write(CodeWriter writer, ServiceModel service, ServicesOptions options)
    {
        writer.WriteLine($"static readonly string __ServiceName = \"{service.FullName}\";");
        writer.WriteLine();
        if (service.Marshallers.Count > 0) WriteMarshalling(writer, options);
        foreach (var marshaller in service.Marshallers)
        {
            var type = marshaller.TypeName;
            writer.WriteLine(
                $"static readonly grpc::Marshaller<{type}> {marshaller.FieldName} = __Helper_CreateMarshaller({type}.Parser);");
        }

        if (service.Marshallers.Count > 0) writer.WriteLine();
        foreach (var method in service.Methods) WriteMethod(writer, method);
    }

    // A generic method contains the only lambdas, because lambdas for each message cost the C# compiler more.
    private static void WriteMarshalling(CodeWriter writer, ServicesOptions options)
    {
        writer.OpenBlock(
            "static void __Helper_SerializeMessage(global::Google.Protobuf.IMessage message, grpc::SerializationContext context)");
        writer.WriteLine("int size = message.CalculateSize();");
        writer.WriteLine("context.SetPayloadLength(size);");
        writer.WriteLine(options.HasRuntime
            ? "global::ProtoGen.Runtime.MessageMarshaller.Write(message, size, context.GetBufferWriter());"
            : "global::Google.Protobuf.MessageExtensions.WriteTo(message, context.GetBufferWriter());");
        writer.WriteLine("context.Complete();");
        writer.CloseBlock();
        writer.WriteLine();
        writer.WriteLine("static grpc::Marshaller<T> __Helper_CreateMarshaller<T>(global::Google.Protobuf.MessageParser<T> parser)");
        writer.OpenBlock("    where T : class, global::Google.Protobuf.IMessage<T>, new()");
        writer.Write("return grpc::Marshallers.Create<T>(__Helper_SerializeMessage, context => ");
        writer.WriteLine(options.HasRuntime
            ? "global::ProtoGen.Runtime.MessageMarshaller.Parse(context.PayloadAsReadOnlySequence(), parser));"
            : "parser.ParseFrom(context.PayloadAsReadOnlySequence()));");
        writer.CloseBlock();
        writer.WriteLine();
    }

    private static void WriteMethod(CodeWriter writer, ServiceMethodModel method)
    {
        var type = $"grpc::Method<{method.Request.TypeName}, {method.Response.TypeName}>";
        writer.WriteLine($"static readonly {type} {method.FieldName} = new {type}(");
        writer.Indent();
        writer.WriteLine($"grpc::MethodType.{method.Kind.ToString()},");
        writer.WriteLine("__ServiceName,");
        writer.WriteLine($"\"{method.ProtoName}\",");
        writer.WriteLine($"{method.Request.FieldName},");
        writer.WriteLine($"{method.Response.FieldName});");
        writer.Outdent();
        writer.WriteLine();
    }
}
