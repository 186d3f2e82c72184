using System.Net;

namespace ProtoGen.Grpc.Client;

/// <summary>A request body that a <see cref="RequestStream"/> fills as the caller writes.</summary>
internal sealed class StreamingContent(RequestStream requests) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        try
        {
            // The headers go out now, not with the first message, which may be waiting for the server's.
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            await requests.AttachAsync(stream).ConfigureAwait(false);
        }
        catch
        {
            // The server may have ended the call this early; writers must not wait for the body then.
            requests.Abort();
            throw;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
