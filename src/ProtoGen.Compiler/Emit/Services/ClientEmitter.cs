using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Compiler.Emit.Services;

/// <summary>Writes the client of a service.</summary>
internal static class ClientEmitter
{
    public static void Write(CodeWriter writer, ServiceModel service, ServicesOptions options)
    {
        var name = service.ProtoName + "Client";
        writer.WriteLine($"/// <summary>Client for {service.ProtoName}</summary>");
        ServicesEmitter.WriteObsolete(writer, service.IsObsolete);
        writer.OpenBlock($"public partial class {name} : grpc::ClientBase<{name}>");
        WriteConstructors(writer, service.ProtoName, name);
        foreach (var method in service.Methods)
        {
            if (method.Kind == MethodKind.Unary) WriteBlockingCalls(writer, method, options);
            WriteAsyncCalls(writer, method, options);
        }

        writer.WriteLine("/// <summary>Creates a new instance of client from given <c>ClientBaseConfiguration</c>.</summary>");
        writer.OpenBlock($"protected override {name} NewInstance(ClientBaseConfiguration configuration)");
        writer.WriteLine($"return new {name}(configuration);");
        writer.CloseBlock();
        writer.CloseBlock();
        writer.WriteLine();
    }

    private static void WriteConstructors(CodeWriter writer, string service, string name)
    {
        writer.WriteLine($"/// <summary>Creates a new client for {service}</summary>");
        writer.WriteLine("/// <param name=\"channel\">The channel to use to make remote calls.</param>");
        writer.WriteLine($"public {name}(grpc::ChannelBase channel) : base(channel) {{ }}");
        writer.WriteLine($"/// <summary>Creates a new client for {service} that uses a custom <c>CallInvoker</c>.</summary>");
        writer.WriteLine("/// <param name=\"callInvoker\">The callInvoker to use to make remote calls.</param>");
        writer.WriteLine($"public {name}(grpc::CallInvoker callInvoker) : base(callInvoker) {{ }}");
        writer.WriteLine("/// <summary>Protected parameterless constructor to allow creation of test doubles.</summary>");
        writer.WriteLine($"protected {name}() : base() {{ }}");
        writer.WriteLine("/// <summary>Protected constructor to allow creation of configured clients.</summary>");
        writer.WriteLine("/// <param name=\"configuration\">The client configuration.</param>");
        writer.WriteLine($"protected {name}(ClientBaseConfiguration configuration) : base(configuration) {{ }}");
        writer.WriteLine();
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
        writer.OpenBlock(
            $"public virtual {call.ReturnType} {call.Name}({parameter}grpc::Metadata{mayBeNull} headers = null, global::System.DateTime? deadline = null, global::System.Threading.CancellationToken cancellationToken = default(global::System.Threading.CancellationToken))");
        writer.WriteLine($"return {call.Name}({request}new grpc::CallOptions(headers, deadline, cancellationToken));");
        writer.CloseBlock();
        ClientDoc.Write(writer, call.Method, call.IsBlocking, takesCallOptions: true);
        ServicesEmitter.WriteObsolete(writer, call.Method.IsObsolete);
        writer.OpenBlock($"public virtual {call.ReturnType} {call.Name}({parameter}grpc::CallOptions options)");
        var message = call.Method.ClientStreams ? "" : ", request";
        writer.WriteLine($"return CallInvoker.{call.Invoker}({call.Method.FieldName}, null, options{message});");
        writer.CloseBlock();
    }

    /// <summary>One way to call a method: its C# name, what it returns, the CallInvoker's method.</summary>
    private sealed record Call(ServiceMethodModel Method, string Name, string ReturnType, bool IsBlocking, string Invoker);
}
