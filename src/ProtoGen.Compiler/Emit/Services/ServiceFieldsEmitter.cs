using ProtoGen.Compiler.CSharp.Services;

namespace ProtoGen.Compiler.Emit.Services;

/// <summary>Writes what client and server share: the service's name, its marshallers and its methods.</summary>
internal static class ServiceFieldsEmitter
{
    public static void Write(CodeWriter writer, ServiceModel service, ServicesOptions options)
    {
        writer.Line($"static readonly string __ServiceName = \"{service.FullName}\";");
        writer.Line();
        if (service.Marshallers.Count > 0) WriteMarshalling(writer, options);
        foreach (var marshaller in service.Marshallers)
        {
            var type = marshaller.TypeName;
            writer.Line($"static readonly grpc::Marshaller<{type}> {marshaller.FieldName} = __Helper_CreateMarshaller({type}.Parser);");
        }

        if (service.Marshallers.Count > 0) writer.Line();
        foreach (var method in service.Methods) WriteMethod(writer, method);
    }

    // One generic method with the only lambdas: one for each message costs the C# compiler more.
    private static void WriteMarshalling(CodeWriter writer, ServicesOptions options)
    {
        writer.Open("static void __Helper_SerializeMessage(global::Google.Protobuf.IMessage message, grpc::SerializationContext context)");
        writer.Line("context.SetPayloadLength(message.CalculateSize());");
        writer.Line(options.HasRuntime
            ? "global::ProtoGen.Runtime.MessageMarshaller.Write(message, context.GetBufferWriter());"
            : "global::Google.Protobuf.MessageExtensions.WriteTo(message, context.GetBufferWriter());");
        writer.Line("context.Complete();");
        writer.Close();
        writer.Line();
        writer.Line("static grpc::Marshaller<T> __Helper_CreateMarshaller<T>(global::Google.Protobuf.MessageParser<T> parser)");
        writer.Open("    where T : class, global::Google.Protobuf.IMessage<T>, new()");
        writer.Write("return grpc::Marshallers.Create<T>(__Helper_SerializeMessage, context => ");
        writer.Line(options.HasRuntime
            ? "global::ProtoGen.Runtime.MessageMarshaller.Parse(context.PayloadAsReadOnlySequence(), parser));"
            : "parser.ParseFrom(context.PayloadAsReadOnlySequence()));");
        writer.Close();
        writer.Line();
    }

    private static void WriteMethod(CodeWriter writer, ServiceMethodModel method)
    {
        var type = $"grpc::Method<{method.Request.TypeName}, {method.Response.TypeName}>";
        writer.Line($"static readonly {type} {method.FieldName} = new {type}(");
        writer.Indent();
        writer.Line($"grpc::MethodType.{method.Kind.ToString()},");
        writer.Line("__ServiceName,");
        writer.Line($"\"{method.ProtoName}\",");
        writer.Line($"{method.Request.FieldName},");
        writer.Line($"{method.Response.FieldName});");
        writer.Outdent();
        writer.Line();
    }
}
