using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

/// <summary>A service as generated code binds it.</summary>
public static class Echo
{
    private sealed class BindingAttribute : ServiceBindingAttribute
    {
        public override void Bind(ServiceMethodBinder binder)
        {
            binder.AddUnaryMethod<EchoBase, string, string>(
                TestMethods.Unary, static (service, request, context) => service.Unary(request, context));
            binder.AddServerStreamingMethod<EchoBase, string, string>(
                TestMethods.ServerStreaming,
                static (service, request, responses, context) => service.ServerStreaming(request, responses, context));
        }
    }

    [Binding]
    public abstract class EchoBase
    {
        public virtual Task<string> Unary(string request, ServerCallContext context) =>
            throw new RpcException(new Status(StatusCode.Unimplemented, ""));

        public virtual Task ServerStreaming(string request, IServerStreamWriter<string> responses, ServerCallContext context) =>
            throw new RpcException(new Status(StatusCode.Unimplemented, ""));
    }
}

public class EchoService : Echo.EchoBase
{
    public override Task<string> Unary(string request, ServerCallContext context) =>
        request == "throw" ? throw new FormatException("as asked") : Task.FromResult(request);
}
