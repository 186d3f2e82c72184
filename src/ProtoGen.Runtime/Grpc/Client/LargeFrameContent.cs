using System.Net;

namespace ProtoGen.Grpc.Client;

/// <summary>A request body of one frame that may have to wait for the server, which may answer without reading it.</summary>
internal sealed class LargeFrameContent(Frame frame) : HttpContent, IFrameContent
{
    private Task? _sending;

    public void ReturnBuffer()
    {
        if (_sending is { IsCompletedSuccessfully: true })
            frame.Return();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _sending = stream.WriteAsync(frame.Buffer, 0, frame.Length, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
