using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Emit.Code;

namespace ProtoGen.Compiler.Emit.Services;

/// <summary>Writes the doc comment of a client's method. Like grpc_csharp_plugin, it writes nothing if the method has no comment.</summary>
internal static class ClientDoc
{
    public static void Write(CodeWriter writer, ServiceMethodModel method, bool isBlocking, bool takesCallOptions)
    {
        if (string.IsNullOrEmpty(method.Comment)) return;
        DocComment.Write(writer, method.Comment);
        if (!method.ClientStreams) writer.WriteLine("/// <param name=\"request\">The request to send to the server.</param>");
        if (takesCallOptions)
        {
            writer.WriteLine("/// <param name=\"options\">The options for the call.</param>");
        }
        else
        {
            writer.WriteLine("/// <param name=\"headers\">The initial metadata to send with the call. This parameter is optional.</param>");
            writer.WriteLine(
                "/// <param name=\"deadline\">An optional deadline for the call. The call will be cancelled if deadline is hit.</param>");
            writer.WriteLine("/// <param name=\"cancellationToken\">An optional token for canceling the call.</param>");
        }

        writer.WriteLine(isBlocking
            ? "/// <returns>The response received from the server.</returns>"
            : "/// <returns>The call object.</returns>");
    }
}
