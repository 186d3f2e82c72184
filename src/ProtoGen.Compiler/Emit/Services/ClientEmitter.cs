using ProtoGen.Compiler.CSharp.Services;

namespace ProtoGen.Compiler.Emit.Services;

/// <summary>Writes the client of a service.</summary>
internal static class ClientEmitter
{
    public static void Write(CodeWriter writer, ServiceModel service, ServicesOptions options)
    {
        var name = service.ProtoName + "Client";
        writer.Line($"/// <summary>Client for {service.ProtoName}</summary>");
        ServicesEmitter.WriteObsolete(writer, service.IsObsolete);
        writer.Open($"public partial class {name} : grpc::ClientBase<{name}>");
        WriteConstructors(writer, service.ProtoName, name);
        foreach (var method in service.Methods)
        {
            if (method.Kind == MethodKind.Unary) WriteBlockingCalls(writer, method, options);
            WriteAsyncCalls(writer, method, options);
        }

        writer.Line("/// <summary>Creates a new instance of client from given <c>ClientBaseConfiguration</c>.</summary>");
        writer.Open($"protected override {name} NewInstance(ClientBaseConfiguration configuration)");
        writer.Line($"return new {name}(configuration);");
        writer.Close();
        writer.Close();
        writer.Line();
    }

    private static void WriteConstructors(CodeWriter writer, string service, string name)
    {
        writer.Line($"/// <summary>Creates a new client for {service}</summary>");
        writer.Line("/// <param name=\"channel\">The channel to use to make remote calls.</param>");
        writer.Line($"public {name}(grpc::ChannelBase channel) : base(channel) {{ }}");
        writer.Line($"/// <summary>Creates a new client for {service} that uses a custom <c>CallInvoker</c>.</summary>");
        writer.Line("/// <param name=\"callInvoker\">The callInvoker to use to make remote calls.</param>");
        writer.Line($"public {name}(grpc::CallInvoker callInvoker) : base(callInvoker) {{ }}");
        writer.Line("/// <summary>Protected parameterless constructor to allow creation of test doubles.</summary>");
        writer.Line($"protected {name}() : base() {{ }}");
        writer.Line("/// <summary>Protected constructor to allow creation of configured clients.</summary>");
        writer.Line("/// <param name=\"configuration\">The client configuration.</param>");
        writer.Line($"protected {name}(ClientBaseConfiguration configuration) : base(configuration) {{ }}");
        writer.Line();
    }

    private static void WriteBlockingCalls(CodeWriter writer, ServiceMethodModel method, ServicesOptions options)
    {
        var call = new Call(method, method.Name, method.Response.TypeName, IsBlocking: true, "BlockingUnaryCall");
        WriteBothOverloads(writer, call, options);
    }

    private static void WriteAsyncCalls(CodeWriter writer, ServiceMethodModel method, ServicesOptions options)
    {
        var types = method.ClientStreams ? $"{method.Request.TypeName}, {method.Response.TypeName}" : method.Response.TypeName;
        var kind = method.Kind == MethodKind.Unary ? "AsyncUnaryCall" : $"Async{method.Kind.ToString()}Call";
        var call = new Call(method, method.AsyncName, $"grpc::{kind}<{types}>", IsBlocking: false, kind);
        WriteBothOverloads(writer, call, options);
    }

    private static void WriteBothOverloads(CodeWriter writer, Call call, ServicesOptions options)
    {
        var request = call.Method.ClientStreams ? "" : "request, ";
        var parameter = call.Method.ClientStreams ? "" : $"{call.Method.Request.TypeName} request, ";
        var mayBeNull = options.NullableAnnotations ? "?" : "";
        ClientDoc.Write(writer, call.Method, call.IsBlocking, takesCallOptions: false);
        ServicesEmitter.WriteObsolete(writer, call.Method.IsObsolete);
        writer.Open(
            $"public virtual {call.ReturnType} {call.Name}({parameter}grpc::Metadata{mayBeNull} headers = null, global::System.DateTime? deadline = null, global::System.Threading.CancellationToken cancellationToken = default(global::System.Threading.CancellationToken))");
        writer.Line($"return {call.Name}({request}new grpc::CallOptions(headers, deadline, cancellationToken));");
        writer.Close();
        ClientDoc.Write(writer, call.Method, call.IsBlocking, takesCallOptions: true);
        ServicesEmitter.WriteObsolete(writer, call.Method.IsObsolete);
        writer.Open($"public virtual {call.ReturnType} {call.Name}({parameter}grpc::CallOptions options)");
        var message = call.Method.ClientStreams ? "" : ", request";
        writer.Line($"return CallInvoker.{call.Invoker}({call.Method.FieldName}, null, options{message});");
        writer.Close();
    }

    /// <summary>One way to call a method: its C# name, what it returns, the CallInvoker's method.</summary>
    private sealed record Call(ServiceMethodModel Method, string Name, string ReturnType, bool IsBlocking, string Invoker);
}
