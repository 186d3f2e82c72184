using System.Buffers;
using System.Net;

namespace ProtoGen.Benchmarks.Grpc.Floor;

/// <summary>A request body of one message.</summary>
internal sealed class FrameContent(ArraySegment<byte> frame) : ByteArrayContent(frame.Array!, frame.Offset, frame.Count)
{
    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(frame, cancellationToken);
        ArrayPool<byte>.Shared.Return(frame.Array!);
    }

    // gRPC requests go without a content length.
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
