using Grpc.Core;
using Peer;

namespace ProtoGen.Benchmarks.GrpcPeer;

/// <summary>
/// Answers with messages created in advance, so that the suite measures the transport of messages and not their creation.
/// </summary>
internal sealed class EchoService : Echo.EchoBase
{
    public override Task<Payload> Unary(Payload request, ServerCallContext context) => Task.FromResult(request);

    public override async Task Download(Count request, IServerStreamWriter<Payload> responseStream, ServerCallContext context)
    {
        var payload = Payloads.Get(request.Payload);
        for (var i = 0; i < request.Messages; i++) await responseStream.WriteAsync(payload);
    }

    public override async Task<Count> Upload(IAsyncStreamReader<Payload> requestStream, ServerCallContext context)
    {
        var count = new Count();
        while (await requestStream.MoveNext(CancellationToken.None)) count.Messages++;
        return count;
    }
}
