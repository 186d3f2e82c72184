using System.Buffers;
using System.Net;

namespace ProtoGen.Benchmarks.Grpc.Floor;

/// <summary>A request body of messages that come one by one.</summary>
internal sealed class FramesContent : HttpContent
{
    private readonly TaskCompletionSource<Stream> _body = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task WriteAsync(Item item)
    {
        var body = await _body.Task;
        var frame = FrameFormat.Rent(item);
        await body.WriteAsync(frame);
        await body.FlushAsync();
        ArrayPool<byte>.Shared.Return(frame.Array!);
    }

    public void Complete() => _completed.SetResult();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        _body.SetResult(stream);
        return _completed.Task;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
