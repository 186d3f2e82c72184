using Microsoft.AspNetCore.Http;
using ProtoGen.Grpc;
using static ProtoGen.Runtime.Tests.Grpc.Client.RawServer;

namespace ProtoGen.Runtime.Tests.Grpc.Client;

public class StreamingCallTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task ResponsesAreReadInOrderToTheEnd()
    {
        await using var server = await StartAsync(async http =>
        {
            var request = await ReadAsync(http);
            await AnswerAsync(http, [.. Frame(request + "1"), .. Frame(""), .. Frame(request + "3")]);
        });
        using var call = server.Invoker.AsyncServerStreamingCall(ServerStreaming, null, default, "m");
        var messages = new List<string>();
        await foreach (var message in call.ResponseStream.ReadAllAsync())
            messages.Add(message);
        Assert.Equal(["m1", "", "m3"], messages);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task BeforeTheFirstResponseAndAfterTheLastTheCurrentOneIsNull()
    {
        await using var server = await StartAsync(http => AnswerAsync(http, Frame("m")));
        using var call = server.Invoker.AsyncServerStreamingCall(ServerStreaming, null, default, "");
        Assert.Null(call.ResponseStream.Current);
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Equal("m", call.ResponseStream.Current);
        Assert.False(await call.ResponseStream.MoveNext());
        Assert.Null(call.ResponseStream.Current);
    }

    [Fact]
    public async Task WhileAResponseIsWaitedForTheCurrentOneIsNull()
    {
        await using var server = await StartAsync(EchoAsync);
        using var call = server.Invoker.AsyncDuplexStreamingCall(DuplexStreaming, null, default);
        await call.RequestStream.WriteAsync("a");
        Assert.True(await call.ResponseStream.MoveNext());
        var next = call.ResponseStream.MoveNext();
        Assert.Null(call.ResponseStream.Current);
        await call.RequestStream.CompleteAsync();
        Assert.False(await next);
    }

    [Fact]
    public async Task MessagesCutAnywhereAreReadWhole()
    {
        var texts = Enumerable.Range(0, 40).Select(i => new string((char)('a' + (i % 26)), i * i * 7)).ToList();
        var body = texts.SelectMany(text => Frame(text)).ToArray();
        await using var server = await StartAsync(async http =>
        {
            http.Response.ContentType = "application/grpc";
            var random = new Random(7);
            for (var at = 0; at < body.Length;)
            {
                var length = Math.Min(random.Next(1, 3000), body.Length - at);
                await http.Response.Body.WriteAsync(body.AsMemory(at, length));
                await http.Response.Body.FlushAsync();
                at += length;
            }
            http.Response.AppendTrailer("grpc-status", "0");
        });
        using var call = server.Invoker.AsyncServerStreamingCall(ServerStreaming, null, default, "");
        foreach (var text in texts)
        {
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal(text, call.ResponseStream.Current);
        }
        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task RequestsAreWrittenAndAnsweredOnce()
    {
        await using var server = await StartAsync(async http =>
        {
            var all = new List<string>();
            while (await ReadAsync(http) is { } message)
                all.Add(message);
            await AnswerAsync(http, Frame(string.Join('+', all)));
        });
        using var call = server.Invoker.AsyncClientStreamingCall(ClientStreaming, null, default);
        await call.RequestStream.WriteAsync("a");
        await call.RequestStream.WriteAsync("b", CancellationToken.None);
        await call.RequestStream.CompleteAsync();
        Assert.Equal("a+b", await call);
    }

    [Fact]
    public async Task BothSidesTalkInTurn()
    {
        await using var server = await StartAsync(EchoAsync);
        using var call = server.Invoker.AsyncDuplexStreamingCall(DuplexStreaming, null, default);
        for (var i = 0; i < 50; i++)
        {
            await call.RequestStream.WriteAsync($"{i}");
            Assert.True(await call.ResponseStream.MoveNext().WaitAsync(Soon));
            Assert.Equal($"{i}", call.ResponseStream.Current);
        }
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task HeadersGoOutBeforeTheFirstMessage()
    {
        await using var server = await StartAsync(async http =>
        {
            http.Response.Headers["x-early"] = "yes";
            http.Response.ContentType = "application/grpc";
            await http.Response.StartAsync();
            await http.Response.Body.FlushAsync();
            await EchoAsync(http);
        });
        using var call = server.Invoker.AsyncDuplexStreamingCall(DuplexStreaming, null, default);
        var headers = await call.ResponseHeadersAsync.WaitAsync(Soon);
        Assert.Equal("yes", headers.GetValue("x-early"));
    }

    [Fact]
    public async Task ABufferedWriteGoesOutWithTheNextOne()
    {
        await using var server = await StartAsync(EchoAsync);
        using var call = server.Invoker.AsyncDuplexStreamingCall(DuplexStreaming, null, default);
        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.BufferHint);
        await call.RequestStream.WriteAsync("a");
        call.RequestStream.WriteOptions = null;
        await call.RequestStream.WriteAsync("b");
        Assert.True(await call.ResponseStream.MoveNext().WaitAsync(Soon));
        Assert.True(await call.ResponseStream.MoveNext().WaitAsync(Soon));
        Assert.Equal("b", call.ResponseStream.Current);
    }

    [Fact]
    public async Task AnErrorAfterMessagesComesAfterThem()
    {
        await using var server = await StartAsync(http => AnswerAsync(http, Frame("one"), "10", "stop"));
        using var call = server.Invoker.AsyncServerStreamingCall(ServerStreaming, null, default, "");
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Equal("one", call.ResponseStream.Current);
        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(new Status(StatusCode.Aborted, "stop"), exception.Status);
        Assert.Null(call.ResponseStream.Current);
        await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task ASecondReadMeanwhileIsRefused()
    {
        await using var server = await StartAsync(EchoAsync);
        using var call = server.Invoker.AsyncDuplexStreamingCall(DuplexStreaming, null, default);
        var first = call.ResponseStream.MoveNext();
        await Assert.ThrowsAsync<InvalidOperationException>(() => call.ResponseStream.MoveNext());
        await call.RequestStream.WriteAsync("a");
        Assert.True(await first.WaitAsync(Soon));
    }

    [Fact]
    public async Task AWriteAfterCompletionIsRefused()
    {
        await using var server = await StartAsync(EchoAsync);
        using var call = server.Invoker.AsyncDuplexStreamingCall(DuplexStreaming, null, default);
        await call.RequestStream.CompleteAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync("a"));
    }

    [Fact]
    public async Task AWriteToAServerThatHasEndedTheCallGivesItsStatus()
    {
        await using var server = await StartAsync(http => AnswerAsync(http, [], "8", "enough"));
        using var call = server.Invoker.AsyncClientStreamingCall(ClientStreaming, null, default);
        var exception = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            for (var i = 0; i < 10_000; i++)
                await call.RequestStream.WriteAsync(new string('x', 10_000)).WaitAsync(Soon);
        });
        Assert.Equal(new Status(StatusCode.ResourceExhausted, "enough"), exception.Status);
        Assert.Equal("enough", (await Assert.ThrowsAsync<RpcException>(async () => await call)).Status.Detail);
    }

    [Fact]
    public async Task MessagesSentBeforeTheServerEndsTheCallAreStillRead()
    {
        await using var server = await StartAsync(http => AnswerAsync(http, Frame("last words"), "8", "enough"));
        using var call = server.Invoker.AsyncDuplexStreamingCall(DuplexStreaming, null, default);
        await Assert.ThrowsAsync<RpcException>(async () =>
        {
            for (var i = 0; i < 10_000; i++)
                await call.RequestStream.WriteAsync(new string('x', 10_000)).WaitAsync(Soon);
        });
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Equal("last words", call.ResponseStream.Current);
        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal("enough", exception.Status.Detail);
    }

    [Fact]
    public async Task ASlowServerHoldsTheWriterBack()
    {
        var release = new TaskCompletionSource();
        await using var server = await StartAsync(async http =>
        {
            await release.Task;
            await EchoAsync(http);
        });
        using var call = server.Invoker.AsyncClientStreamingCall(ClientStreaming, null, default);
        var message = new string('x', 100_000);
        var written = 0;
        var writing = Task.Run(async () =>
        {
            for (; written < 100; written++)
                await call.RequestStream.WriteAsync(message);
        });
        await Task.Delay(500);
        Assert.InRange(written, 0, 30);
        release.SetResult();
        call.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(() => writing.WaitAsync(Soon));
    }

    [Fact]
    public async Task ASlowReaderHoldsTheServerBack()
    {
        var written = 0;
        await using var server = await StartAsync(async http =>
        {
            http.Response.ContentType = "application/grpc";
            var frame = Frame(new string('x', 1_000_000));
            for (; written < 300; written++)
                await http.Response.Body.WriteAsync(frame, http.RequestAborted);
        });
        using var call = server.Invoker.AsyncServerStreamingCall(ServerStreaming, null, default, "");
        Assert.True(await call.ResponseStream.MoveNext());
        await Task.Delay(500);
        Assert.InRange(written, 0, 60);
    }

    private static async Task EchoAsync(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        while (await ReadAsync(http) is { } message)
        {
            await http.Response.Body.WriteAsync(Frame(message));
            await http.Response.Body.FlushAsync();
        }
        http.Response.AppendTrailer("grpc-status", "0");
    }
}
