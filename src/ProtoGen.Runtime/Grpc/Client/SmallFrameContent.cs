using System.Net;

namespace ProtoGen.Grpc.Client;

/// <summary>
/// A request body of one frame that fits the smallest flow-control window. Being a <see cref="ByteArrayContent"/>, it spares
/// the HTTP client the watch for a response that comes before the body is sent.
/// </summary>
internal sealed class SmallFrameContent : ByteArrayContent, IFrameContent
{
    private readonly Frame _frame;
    private Task? _sending;

    public SmallFrameContent(Frame frame)
        : base(frame.Buffer, 0, frame.Length) => _frame = frame;

    public void ReturnBuffer()
    {
        if (_sending is { IsCompletedSuccessfully: true })
            _frame.Return();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _sending = stream.WriteAsync(_frame.Buffer, 0, _frame.Length, cancellationToken);

    /// <summary>gRPC requests go without a content length.</summary>
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
