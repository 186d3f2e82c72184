using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Compiler.Emit.Services;

/// <summary>Writes the base class of a server and the methods that bind it.</summary>
internal static class ServerEmitter
{
    private const string Task = "global::System.Threading.Tasks.Task";

    public static void WriteBaseClass(CodeWriter writer, ServiceModel service)
    {
        writer.WriteLine($"/// <summary>Base class for server-side implementations of {service.ProtoName}</summary>");
        TypeAttributes.WriteObsolete(writer, service.IsObsolete);
        writer.WriteLine($"[grpc::BindServiceMethod(typeof({service.Name}), \"BindService\")]");
        writer.OpenBlock($"public abstract partial class {service.BaseName}");
        foreach (var method in service.Methods) WriteMethod(writer, method);
        writer.CloseBlock();
        writer.WriteLine();
    }

    public static void WriteBinding(CodeWriter writer, ServiceModel service, ServicesOptions options)
    {
        WriteDefinition(writer, service);
        WriteBinder(writer, service, options);
    }

    private static void WriteMethod(CodeWriter writer, ServiceMethodModel method)
    {
        WriteDoc(writer, method);
        TypeAttributes.WriteObsolete(writer, method.IsObsolete);
        var returned = method.ServerStreams ? Task : $"{Task}<{method.Response.TypeName}>";
        writer.OpenBlock($"public virtual {returned} {method.Name}({Parameters(method)}grpc::ServerCallContext context)");
        writer.WriteLine("throw new grpc::RpcException(new grpc::Status(grpc::StatusCode.Unimplemented, \"\"));");
        writer.CloseBlock();
        writer.WriteLine();
    }

    private static string Parameters(ServiceMethodModel method)
    {
        var request = method.ClientStreams
            ? $"grpc::IAsyncStreamReader<{method.Request.TypeName}> requestStream, "
            : $"{method.Request.TypeName} request, ";
        return method.ServerStreams
            ? $"{request}grpc::IServerStreamWriter<{method.Response.TypeName}> responseStream, "
            : request;
    }

    private static void WriteDoc(CodeWriter writer, ServiceMethodModel method)
    {
        if (string.IsNullOrEmpty(method.Comment)) return;
        DocComment.Write(writer, method.Comment);
        writer.WriteLine(method.ClientStreams
            ? "/// <param name=\"requestStream\">Used for reading requests from the client.</param>"
            : "/// <param name=\"request\">The request received from the client.</param>");
        if (method.ServerStreams)
            writer.WriteLine("/// <param name=\"responseStream\">Used for sending responses back to the client.</param>");
        writer.WriteLine("/// <param name=\"context\">The context of the server-side call handler being invoked.</param>");
        writer.WriteLine(method.ServerStreams
            ? "/// <returns>A task indicating completion of the handler.</returns>"
            : "/// <returns>The response to send back to the client (wrapped by a task).</returns>");
    }

    private static void WriteDefinition(CodeWriter writer, ServiceModel service)
    {
        writer.WriteLine("/// <summary>Creates service definition that can be registered with a server</summary>");
        writer.WriteLine("/// <param name=\"serviceImpl\">An object implementing the server-side handling logic.</param>");
        writer.OpenBlock($"public static grpc::ServerServiceDefinition BindService({service.BaseName} serviceImpl)");
        writer.Write("return grpc::ServerServiceDefinition.CreateBuilder()");
        writer.Indent();
        foreach (var method in service.Methods)
        {
            writer.WriteLine();
            writer.Write($".AddMethod({method.FieldName}, serviceImpl.{method.Name})");
        }

        writer.WriteLine(".Build();");
        writer.Outdent();
        writer.CloseBlock();
        writer.WriteLine();
    }

    private static void WriteBinder(CodeWriter writer, ServiceModel service, ServicesOptions options)
    {
        writer.WriteLine("/// <summary>Registers the service's methods with a binder, with or without an implementation.</summary>");
        writer.WriteLine("/// <param name=\"serviceBinder\">Its <c>AddMethod</c> is called for each method.</param>");
        writer.WriteLine("/// <param name=\"serviceImpl\">An object implementing the server-side handling logic, or null.</param>");
        var mayBeNull = options.NullableAnnotations ? "?" : "";
        writer.OpenBlock(
            $"public static void BindService(grpc::ServiceBinderBase serviceBinder, {service.BaseName}{mayBeNull} serviceImpl)");
        foreach (var method in service.Methods)
        {
            var handler = $"new grpc::{method.Kind.ToString()}ServerMethod<{Types(method)}>(serviceImpl.{method.Name})";
            writer.WriteLine($"serviceBinder.AddMethod({method.FieldName}, serviceImpl == null ? null : {handler});");
        }

        writer.CloseBlock();
        writer.WriteLine();
    }

    private static string Types(ServiceMethodModel method) => $"{method.Request.TypeName}, {method.Response.TypeName}";
}
