using System.IO.Pipelines;
using ProtoGen.Grpc.AspNetCore.Server.Protocol;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <content>What goes out: headers and messages. Under the gate, because the deadline may end the response at any time.</content>
internal sealed partial class ServerCall
{
    private volatile bool _isWriting;

    /// <summary>Sends the headers now, with metadata of the service's own.</summary>
    public async Task WriteResponseHeadersAsync(Metadata responseHeaders)
    {
        lock (_gate)
        {
            ThrowIfEnded();
            if (Writer.HasStarted || Http.Response.HasStarted)
                throw new InvalidOperationException("Response headers can only be sent once per call.");
            foreach (var entry in responseHeaders)
            {
                if (entry.Key == Metadata.CompressionRequestAlgorithmMetadataKey)
                    UseResponseEncoding(entry.Value);
                else
                    ResponseMetadata.Append(Http.Response.Headers, entry, "header");
            }
            Writer.HasStarted = true;
        }
        await Writer.FlushAsync(default);
    }

    /// <summary>Compresses responses from here on, if the client takes this encoding.</summary>
    private void UseResponseEncoding(string encoding)
    {
        if (Settings.FindCompression(encoding) is not { } provider)
            return;
        if (!AcceptedEncodings.Contains(Http.Request.Headers.GrpcAcceptEncoding, encoding))
        {
            ServerLog.ResponseEncodingNotAccepted(_handler.Services.Logger, encoding);
            return;
        }
        Http.Response.Headers.GrpcEncoding = encoding;
        Writer.UseCompression(provider);
    }

    /// <summary>Writes the only response of a call, to be sent with the status; does nothing when the deadline has passed.</summary>
    public void WriteSingle<TResponse>(TResponse message, Action<TResponse, SerializationContext> serializer)
    {
        lock (_gate)
        {
            if (_phase == Phase.Running)
                Writer.Write(message, serializer, IsCompressionAllowed(WriteOptions));
        }
    }

    /// <summary>Writes one of a stream of responses and, unless it may wait for others, sends it; then <see cref="EndWrite"/> is due.</summary>
    /// <returns>What to wait for.</returns>
    /// <exception cref="InvalidOperationException">The call is over, or the previous write is still under way.</exception>
    public ValueTask<FlushResult> BeginWrite<TResponse>(
        TResponse message, Action<TResponse, SerializationContext> serializer, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ThrowIfEnded();
            if (_isWriting)
                throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
            var options = WriteOptions;
            Writer.Write(message, serializer, IsCompressionAllowed(options));
            if (!Writer.MustFlush && options is not null && (options.Flags & WriteFlags.BufferHint) != 0)
                return default;

            // Here, because afterwards the call may be over and the body another call's, if the handler didn't wait.
            var flush = Writer.FlushAsync(cancellationToken);
            _isWriting = true;
            return flush;
        }
    }

    public void EndWrite() => _isWriting = false;

    private static bool IsCompressionAllowed(WriteOptions? options) =>
        options is null || (options.Flags & WriteFlags.NoCompress) == 0;

    private void ThrowIfEnded()
    {
        if (_phase != Phase.Running)
            throw new InvalidOperationException("Can't write the message because the request is complete.");
    }
}
