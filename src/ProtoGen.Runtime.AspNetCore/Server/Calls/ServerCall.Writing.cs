using System.IO.Pipelines;
using ProtoGen.Grpc.AspNetCore.Server.Protocol;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <content>What goes out: headers and messages. Under the gate, because the deadline may end the response at any time.</content>
internal sealed partial class ServerCall
{
    private bool _isWriting;
    private bool _takesNoMore;
    private volatile int _flushes;
    private TaskCompletionSource? _flushesEnded;
    private CancellationToken? _aborted;

    /// <summary>Whether the client is gone or the call was aborted. Asked for each message of a stream, so the token is kept.</summary>
    public bool IsAborted => (_aborted ??= Http.RequestAborted).IsCancellationRequested;

    /// <summary>Sends the headers now, with metadata of the service's own.</summary>
    public async Task WriteResponseHeadersAsync(Metadata responseHeaders)
    {
        ValueTask<FlushResult> flush;
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
            flush = Writer.FlushAsync(default);
            _flushes++;
        }
        try
        {
            await flush;
        }
        finally
        {
            lock (_gate)
                EndFlush();
        }
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

    /// <summary>Writes one of a stream of responses and, unless it may wait for others, sends it.</summary>
    /// <remarks>The token cancels the call, too: the client would be left waiting for a message that doesn't come.</remarks>
    /// <exception cref="InvalidOperationException">The call is over, or the previous write is still under way.</exception>
    public Task WriteAsync<TResponse>(
        TResponse message, Action<TResponse, SerializationContext> serializer, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            Cancel();
            return Task.FromCanceled(cancellationToken);
        }
        ValueTask<FlushResult> flush;
        lock (_gate)
        {
            ThrowIfEnded();
            if (IsAborted)
                throw RequestIsComplete;
            if (_isWriting)
                throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
            var options = WriteOptions;
            Writer.Write(message, serializer, IsCompressionAllowed(options));
            if (!Writer.MustFlush && options is not null && (options.Flags & WriteFlags.BufferHint) != 0)
                return Task.CompletedTask;
            flush = Writer.FlushAsync(cancellationToken);
            if (flush.IsCompletedSuccessfully)
            {
                NoteEnd(flush.Result);
                return Task.CompletedTask;
            }
            _isWriting = true;
            _flushes++;
        }
        return FinishWriteAsync(flush, cancellationToken);
    }

    private async Task FinishWriteAsync(ValueTask<FlushResult> flush, CancellationToken cancellationToken)
    {
        FlushResult result = default;
        var cancellation = cancellationToken.UnsafeRegister(static call => ((ServerCall)call!).Cancel(), this);
        try
        {
            result = await flush;
        }
        finally
        {
            await cancellation.DisposeAsync();
            lock (_gate)
            {
                NoteEnd(result);
                _isWriting = false;
                EndFlush();
            }
        }
    }

    // Nobody takes what is written any more: the client is gone.
    private void NoteEnd(FlushResult result) => _takesNoMore |= result.IsCompleted;

    private void EndFlush()
    {
        if (--_flushes == 0)
            _flushesEnded?.SetResult();
    }

    /// <summary>
    /// Takes no more messages and waits for what the handler left under way: a response that ends while it is being flushed
    /// can leave Kestrel's connection unable to serve another call.
    /// </summary>
    private ValueTask EndWritesAsync()
    {
        lock (_gate)
        {
            _takesNoMore = true;
            if (_flushes == 0)
                return default;
            _flushesEnded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return new ValueTask(_flushesEnded.Task);
        }
    }

    private static InvalidOperationException RequestIsComplete => new("Can't write the message because the request is complete.");

    private static bool IsCompressionAllowed(WriteOptions? options) =>
        options is null || (options.Flags & WriteFlags.NoCompress) == 0;

    private void ThrowIfEnded()
    {
        if (_phase != Phase.Running || _takesNoMore)
            throw RequestIsComplete;
    }
}
