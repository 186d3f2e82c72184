using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

/// <summary>A call whose request and response are both open, driven by hand.</summary>
internal sealed class DuplexCall : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly Pipe _requests = new(new PipeOptions(pauseWriterThreshold: 1 << 20));
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Task<HttpResponseMessage> _response;
    private Stream? _responses;

    public DuplexCall(TestServer server, IMethod method, params (string Name, string Value)[] headers)
    {
        var request = WireCall.Request(method, new PipeContent(_requests.Reader), headers);
        _response = server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _cancellation.Token);
    }

    public static DuplexCall Start(TestServer server, IMethod? method = null, params (string Name, string Value)[] headers) =>
        new(server, method ?? TestMethods.DuplexStreaming, headers);

    public Task<HttpResponseMessage> ResponseAsync() => _response.WaitAsync(_patience);

    public Task SendAsync(string message) => SendBytesAsync(WireCall.Frame(message));

    public async Task SendBytesAsync(byte[] bytes) => await _requests.Writer.WriteAsync(bytes);

    public void CompleteRequests() => _requests.Writer.Complete();

    /// <summary>Gives up as a client does that resets the stream.</summary>
    public void Cancel()
    {
        _cancellation.Cancel();
        if (_response.IsCompletedSuccessfully)
            _response.Result.Dispose();
    }

    /// <summary>The next message; null at the end.</summary>
    public async Task<string?> ReceiveAsync() => await ReceiveBytesAsync() is { } payload ? Encoding.UTF8.GetString(payload) : null;

    /// <summary>The next message as it is; null at the end.</summary>
    public async Task<byte[]?> ReceiveBytesAsync()
    {
        _responses ??= await (await ResponseAsync()).Content.ReadAsStreamAsync();
        var prefix = new byte[5];
        if (await _responses.ReadAtLeastAsync(prefix, 5, throwOnEndOfStream: false).AsTask().WaitAsync(_patience) == 0)
            return null;
        var payload = new byte[BinaryPrimitives.ReadInt32BigEndian(prefix.AsSpan(1))];
        await _responses.ReadExactlyAsync(payload).AsTask().WaitAsync(_patience);
        return payload;
    }

    /// <summary>A trailer, after the last message.</summary>
    public string? Trailer(string name)
    {
        var response = _response.Result;
        return response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values)
            ? values.Single()
            : null;
    }

    public async ValueTask DisposeAsync()
    {
        _cancellation.Cancel();
        await _requests.Writer.CompleteAsync();
        try
        {
            (await _response).Dispose();
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException)
        {
            // The test is done with it.
        }
    }

    private sealed class PipeContent(PipeReader reader) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(
            Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.FlushAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken) is { } result)
            {
                foreach (var segment in result.Buffer)
                    await stream.WriteAsync(segment, cancellationToken);
                await stream.FlushAsync(cancellationToken);
                reader.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted)
                    return;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
