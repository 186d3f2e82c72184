using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Compiler.Emit.Services;

/// <summary>Writes the client of a service.</summary>
internal static class ClientEmitter
{
    public static void Write(CodeWriter writer, ServiceModel service, ServicesOptions options)
    {
        var name = service.ClientName;
        writer.WriteLine($"/// <summary>Client for {service.ProtoName}</summary>");
        TypeAttributes.WriteObsolete(writer, service.IsObsolete);
        var contract = options.EmitClientInterface ? ", " + service.ClientInterfaceName : "";
        writer.OpenBlock($"public partial class {name} : grpc::ClientBase<{name}>{contract}");
        WriteConstructors(writer, service.ProtoName, name);
        foreach (var method in service.Methods)
        {
            if (method.Kind == MethodKind.Unary) WriteBothOverloads(writer, CreateBlocking(method), options);
            WriteBothOverloads(writer, CreateAsync(method), options);
        }

        writer.WriteLine("/// <summary>Creates a new instance of client from given <c>ClientBaseConfiguration</c>.</summary>");
        writer.OpenBlock($"protected override {name} NewInstance(ClientBaseConfiguration configuration)");
        writer.WriteLine($"return new {name}(configuration);");
        writer.CloseBlock();
        writer.CloseBlock();
        writer.WriteLine();
    }

    /// <summary>Writes the interface that the client implements, for code that must not depend on the client class.</summary>
    public static void WriteInterface(CodeWriter writer, ServiceModel service, ServicesOptions options)
    {
        writer.WriteLine($"/// <summary>Interface of the client for {service.ProtoName}</summary>");
        TypeAttributes.WriteObsolete(writer, service.IsObsolete);
        writer.OpenBlock($"public partial interface {service.ClientInterfaceName}");
        foreach (var method in service.Methods)
        {
            if (method.Kind == MethodKind.Unary) WriteDeclarations(writer, CreateBlocking(method), options);
            WriteDeclarations(writer, CreateAsync(method), options);
        }

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

    private static Call CreateBlocking(ServiceMethodModel method) =>
        new(method, method.ClientName, method.Response.TypeName, IsBlocking: true, "BlockingUnaryCall");

    private static Call CreateAsync(ServiceMethodModel method)
    {
        var types = method.ClientStreams ? $"{method.Request.TypeName}, {method.Response.TypeName}" : method.Response.TypeName;
        var kind = method.Kind == MethodKind.Unary ? "AsyncUnaryCall" : $"Async{method.Kind.ToString()}Call";
        return new Call(method, method.AsyncName, $"grpc::{kind}<{types}>", IsBlocking: false, kind);
    }

    private static void WriteBothOverloads(CodeWriter writer, Call call, ServicesOptions options)
    {
        WriteDocs(writer, call, takesCallOptions: false);
        writer.OpenBlock($"public virtual {GetSignature(call, options)}");
        var request = call.Method.ClientStreams ? "" : "request, ";
        // A parameter hides a method with the same name.
        var target = call.Name is "request" or "headers" or "deadline" or "cancellationToken" ? "this." : "";
        writer.WriteLine($"return {target}{call.Name}({request}new grpc::CallOptions(headers, deadline, cancellationToken));");
        writer.CloseBlock();
        WriteDocs(writer, call, takesCallOptions: true);
        writer.OpenBlock($"public virtual {GetCallOptionsSignature(call)}");
        var message = call.Method.ClientStreams ? "" : ", request";
        writer.WriteLine($"return CallInvoker.{call.Invoker}({call.Method.FieldName}, null, options{message});");
        writer.CloseBlock();
    }

    private static void WriteDeclarations(CodeWriter writer, Call call, ServicesOptions options)
    {
        WriteDocs(writer, call, takesCallOptions: false);
        writer.WriteLine($"{GetSignature(call, options)};");
        WriteDocs(writer, call, takesCallOptions: true);
        writer.WriteLine($"{GetCallOptionsSignature(call)};");
    }

    private static void WriteDocs(CodeWriter writer, Call call, bool takesCallOptions)
    {
        ClientDoc.Write(writer, call.Method, call.IsBlocking, takesCallOptions);
        TypeAttributes.WriteObsolete(writer, call.Method.IsObsolete);
    }

    private static string GetSignature(Call call, ServicesOptions options)
    {
        var mayBeNull = options.NullableAnnotations ? "?" : "";
        return $"{call.ReturnType} {call.Name}({GetRequestParameter(call)}grpc::Metadata{mayBeNull} headers = null, global::System.DateTime? deadline = null, global::System.Threading.CancellationToken cancellationToken = default(global::System.Threading.CancellationToken))";
    }

    private static string GetCallOptionsSignature(Call call) =>
        $"{call.ReturnType} {call.Name}({GetRequestParameter(call)}grpc::CallOptions options)";

    private static string GetRequestParameter(Call call) => call.Method.ClientStreams ? "" : $"{call.Method.Request.TypeName} request, ";

    /// <summary>A method of the client: its name, its return type, and the method of CallInvoker that it calls.</summary>
    private sealed record Call(ServiceMethodModel Method, string Name, string ReturnType, bool IsBlocking, string Invoker);
}
