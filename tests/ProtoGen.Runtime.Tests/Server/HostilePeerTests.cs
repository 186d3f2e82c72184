using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

public class HostilePeerTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task AReaderThatDoesNotReadHoldsTheWriterUp()
    {
        var written = 0L;
        var released = new TaskCompletionSource();
        await using var server = await TestServer.StartServerStreamingAsync(async (_, responses, context) =>
        {
            var message = new string('x', 10_000);
            try
            {
                while (!context.CancellationToken.IsCancellationRequested)
                {
                    await responses.WriteAsync(message);
                    Interlocked.Add(ref written, message.Length);
                }
            }
            finally
            {
                released.SetResult();
            }
        });
        using var handler = new SocketsHttpHandler { InitialHttp2StreamWindowSize = 65_535 };
        using var lazy = new HttpMessageInvoker(handler);
        using var request = WireCall.Request(TestMethods.ServerStreaming, new ByteArrayContent(WireCall.Frame("go")));
        request.RequestUri = new Uri(server.Address, TestMethods.ServerStreaming.FullName);
        var response = await lazy.SendAsync(request, default).WaitAsync(_patience);

        await Task.Delay(500);

        Assert.InRange(Interlocked.Read(ref written), 1, 1_000_000);
        response.Dispose();
        await released.Task.WaitAsync(_patience);
    }

    [Fact]
    public async Task ABufferHintDoesNotLetTheBufferGrowWithoutBound()
    {
        var waited = new TaskCompletionSource<int>();
        await using var server = await TestServer.StartServerStreamingAsync(async (_, responses, context) =>
        {
            responses.WriteOptions = new WriteOptions(WriteFlags.BufferHint);
            var message = new string('x', 10_000);
            for (var i = 0; ; i++)
            {
                var write = responses.WriteAsync(message);
                if (!write.IsCompleted)
                {
                    waited.SetResult(i);
                    await write;
                    return;
                }
            }
        });
        await using var call = DuplexCall.Start(server, TestMethods.ServerStreaming);
        await call.SendAsync("go");
        call.CompleteRequests();

        Assert.InRange(await waited.Task.WaitAsync(_patience), 1, 1_000);
    }

    [Fact]
    public async Task AWriterThatDoesNotStopIsHeldUpByAServiceThatDoesNotRead()
    {
        var go = new TaskCompletionSource();
        await using var server = await TestServer.StartDuplexStreamingAsync(async (_, _, _) => await go.Task);
        await using var call = DuplexCall.Start(server);
        var message = WireCall.Frame(new string('x', 100_000));
        var sent = 0;

        var sending = Task.Run(async () =>
        {
            for (; sent < 1000; sent++)
                await call.SendBytesAsync(message);
        });
        await Task.WhenAny(sending, Task.Delay(700));

        Assert.InRange(sent, 1, 60);
        go.SetResult();
        await call.DisposeAsync();
    }

    [Fact]
    public async Task AClientThatVanishesEndsItsCalls()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource<Exception?>();
        await using var server = await TestServer.StartDuplexStreamingAsync(async (requests, _, _) =>
        {
            await requests.MoveNext(default);
            started.TrySetResult();
            ended.TrySetResult(await Record.ExceptionAsync(() => requests.MoveNext(default)));
        });
        Socket? socket = null;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(true, 0) };
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpMessageInvoker(handler);
        using var request = WireCall.Request(TestMethods.DuplexStreaming, new EndlessContent(WireCall.Frame("one")));
        request.RequestUri = new Uri(server.Address, TestMethods.DuplexStreaming.FullName);
        var call = client.SendAsync(request, default);
        await started.Task.WaitAsync(_patience);

        socket!.Close();

        Assert.NotNull(await ended.Task.WaitAsync(_patience));
        await Assert.ThrowsAnyAsync<Exception>(() => call);
        Assert.Equal(StatusCode.OK, (await server.CallAsync(TestMethods.DuplexStreaming, "still there")).Status);
    }

    [Fact]
    public async Task AStormOfCancelledCallsLeavesNoneRunning()
    {
        var running = 0;
        await using var server = await TestServer.StartUnaryAsync(async (text, context) =>
        {
            Interlocked.Increment(ref running);
            try
            {
                await Task.Delay(Random.Shared.Next(20), context.CancellationToken);
                return text;
            }
            finally
            {
                Interlocked.Decrement(ref running);
            }
        });
        var outcomes = new ConcurrentBag<bool>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), new ParallelOptions { MaxDegreeOfParallelism = 50 }, async (i, _) =>
        {
            using var cancellation = new CancellationTokenSource(Random.Shared.Next(20));
            using var request = i % 2 == 0
                ? WireCall.Request(TestMethods.Unary, new ByteArrayContent(WireCall.Frame("x")))
                : WireCall.Request(TestMethods.Unary, new ByteArrayContent(WireCall.Frame("x")), ("grpc-timeout", "10m"));
            try
            {
                using var response = await server.Http.SendAsync(request, cancellation.Token);
                outcomes.Add(true);
            }
            catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException)
            {
                outcomes.Add(false);
            }
        });

        Assert.Equal(2000, outcomes.Count);
        for (var i = 0; i < 100 && Volatile.Read(ref running) > 0; i++)
            await Task.Delay(50);
        Assert.Equal(0, running);
        Assert.Equal(["fine"], (await server.CallAsync(TestMethods.Unary, "fine")).Texts);
    }

    [Fact]
    public async Task OversizeMetadataDoesNotReachTheService()
    {
        var called = false;
        await using var server = await TestServer.StartUnaryAsync((text, _) =>
        {
            called = true;
            return Task.FromResult(text);
        });
        using var request = WireCall.Request(
            TestMethods.Unary, new ByteArrayContent(WireCall.Frame("x")), ("x-large", new string('x', 100_000)));

        var outcome = await Record.ExceptionAsync(async () =>
        {
            using var response = await server.Http.SendAsync(request).WaitAsync(_patience);
            Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, response.StatusCode);
        });

        Assert.True(outcome is null or HttpRequestException, outcome?.ToString());
        called = false;
        Assert.Equal(["fine"], (await server.CallAsync(TestMethods.Unary, "fine")).Texts);
        Assert.True(called);
    }

    /// <summary>Sends some bytes and never ends.</summary>
    private sealed class EndlessContent(byte[] first) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(first);
            await stream.FlushAsync();
            await Task.Delay(Timeout.Infinite);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
