using ProtoGen.Grpc;
using ProtoGen.Runtime.Tests.Server;

namespace ProtoGen.Runtime.Tests.Grpc.ClientFactory;

/// <summary>A client as generated code makes it.</summary>
public sealed class EchoClient : ClientBase<EchoClient>
{
    public EchoClient(CallInvoker invoker)
        : base(invoker)
    {
    }

    private EchoClient(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    public AsyncUnaryCall<string> UnaryAsync(string request, CallOptions options = default) =>
        CallInvoker.AsyncUnaryCall(TestMethods.Unary, null, options, request);

    protected override EchoClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
}
