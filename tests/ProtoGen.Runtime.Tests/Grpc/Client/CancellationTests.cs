using Microsoft.AspNetCore.Http;
using ProtoGen.Grpc;
using static ProtoGen.Runtime.Tests.Grpc.Client.RawServer;

namespace ProtoGen.Runtime.Tests.Grpc.Client;

public class CancellationTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task TheDeadlineEndsACallThatTheServerKeepsOpen()
    {
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await StartAsync(http => WaitForAbortAsync(http, started, aborted));
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, In(1000), "");
        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.WaitAsync(Soon));
        Assert.Equal(StatusCode.DeadlineExceeded, exception.StatusCode);
        Assert.Equal(StatusCode.DeadlineExceeded, call.GetStatus().StatusCode);

        // On a machine this busy the request may not have got there in time.
        if (started.Task.IsCompleted)
            await aborted.Task.WaitAsync(Soon);
    }

    [Fact]
    public async Task TheTimeoutOfAGivenHttpClientCancelsACall()
    {
        await using var server = await StartAsync(http => WaitForAbortAsync(http, new TaskCompletionSource(), new TaskCompletionSource()));
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(300) };
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { HttpClient = http });
        var exception = await Assert.ThrowsAsync<RpcException>(
            () => channel.CreateCallInvoker().AsyncUnaryCall(Unary, null, default, "").ResponseAsync.WaitAsync(Soon));
        Assert.Equal(StatusCode.Cancelled, exception.StatusCode);
        Assert.IsType<OperationCanceledException>(exception.Status.DebugException, exactMatch: false);
    }

    [Fact]
    public async Task ADeadlineInThePastSendsNothing()
    {
        var requests = 0;
        await using var server = await StartAsync(http =>
        {
            requests++;
            return AnswerAsync(http, Frame(""));
        });
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, In(-1), "");
        Assert.Equal(StatusCode.DeadlineExceeded, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
        Assert.Equal(0, requests);
    }

    [Fact]
    public async Task ADeadlineInTheDistantFutureIsNone()
    {
        await using var server = await StartAsync(http => AnswerAsync(http, Frame(http.Request.Headers["grpc-timeout"].ToString())));
        Assert.Equal("", await CallAsync(DateTime.MaxValue));
        Assert.Equal("99999999S", await CallAsync(DateTime.UtcNow.AddYears(100)));

        async Task<string> CallAsync(DateTime deadline) =>
            await server.Invoker.AsyncUnaryCall(Unary, null, new CallOptions(deadline: deadline), "");
    }

    [Fact]
    public async Task ADeadlineBeyondTheLongestTimerIsTaken()
    {
        await using var server = await StartAsync(http => AnswerAsync(http, Frame(http.Request.Headers["grpc-timeout"].ToString())));
        Assert.Equal("5184000S", await server.Invoker.AsyncUnaryCall(Unary, null, new CallOptions(deadline: DateTime.UtcNow.AddDays(60)), ""));
    }

    [Fact]
    public async Task ADeadlineInLocalTimeIsRefused()
    {
        await using var server = await StartAsync(http => AnswerAsync(http, Frame("")));
        Assert.Throws<InvalidOperationException>(
            () => server.Invoker.AsyncUnaryCall(Unary, null, new CallOptions(deadline: DateTime.Now.AddHours(1)), ""));
    }

    [Fact]
    public async Task AResetAtTheDeadlineIsTheDeadline()
    {
        await using var server = await StartAsync(async http =>
        {
            await Task.Delay(120);
            http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpResetFeature>()!.Reset(8);
        });
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, In(100), "");
        Assert.Equal(StatusCode.DeadlineExceeded, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
    }

    [Fact]
    public async Task TheCallersTokenCancelsOnBothSides()
    {
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await StartAsync(http => WaitForAbortAsync(http, started, aborted));
        using var cancellation = new CancellationTokenSource();
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, new CallOptions(cancellationToken: cancellation.Token), "");
        await started.Task.WaitAsync(Soon);
        cancellation.Cancel();
        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.WaitAsync(Soon));
        Assert.Equal(StatusCode.Cancelled, exception.StatusCode);
        Assert.Equal("Call canceled by the client.", exception.Status.Detail);
        await aborted.Task.WaitAsync(Soon);
    }

    [Fact]
    public async Task DisposingCancelsOnBothSides()
    {
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await StartAsync(http => WaitForAbortAsync(http, started, aborted));
        var call = server.Invoker.AsyncServerStreamingCall(ServerStreaming, null, default, "");
        var headers = call.ResponseHeadersAsync;
        var reading = call.ResponseStream.MoveNext();
        await started.Task.WaitAsync(Soon);
        call.Dispose();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => reading.WaitAsync(Soon))).StatusCode);
        await Assert.ThrowsAsync<RpcException>(() => headers.WaitAsync(Soon));
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => call.ResponseStream.MoveNext());
        await aborted.Task.WaitAsync(Soon);
    }

    [Fact]
    public async Task ATokenOfAReadCancelsTheCall()
    {
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await StartAsync(async http =>
        {
            http.Response.ContentType = "application/grpc";
            await http.Response.Body.WriteAsync(Frame("one"));
            await http.Response.Body.FlushAsync();
            await WaitForAbortAsync(http, started, aborted);
        });
        using var call = server.Invoker.AsyncServerStreamingCall(ServerStreaming, null, default, "");
        Assert.True(await call.ResponseStream.MoveNext());
        using var cancellation = new CancellationTokenSource(100);
        var exception = await Assert.ThrowsAsync<RpcException>(
            () => call.ResponseStream.MoveNext(cancellation.Token).WaitAsync(Soon));
        Assert.Equal(StatusCode.Cancelled, exception.StatusCode);
        await aborted.Task.WaitAsync(Soon);
    }

    [Fact]
    public async Task CancellingBetweenReadsTellsTheServer()
    {
        var (started, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await StartAsync(async http =>
        {
            http.Response.ContentType = "application/grpc";
            await http.Response.Body.WriteAsync(Frame("one"));
            await http.Response.Body.FlushAsync();
            await WaitForAbortAsync(http, started, aborted);
        });
        using var cancellation = new CancellationTokenSource();
        using var call = server.Invoker.AsyncServerStreamingCall(
            ServerStreaming, null, new CallOptions(cancellationToken: cancellation.Token), "");
        Assert.True(await call.ResponseStream.MoveNext());
        cancellation.Cancel();
        await aborted.Task.WaitAsync(Soon);
        Assert.Equal(
            StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext())).StatusCode);
    }

    [Fact]
    public async Task CancellationThrowsAsSuchWhereTheChannelSaysSo()
    {
        var options = new GrpcChannelOptions { ThrowOperationCanceledOnCancellation = true };
        await using var server = await StartAsync(http => WaitForAbortAsync(http, new(), new()), options);
        using var cancellation = new CancellationTokenSource(100);
        using var canceled = server.Invoker.AsyncUnaryCall(Unary, null, new CallOptions(cancellationToken: cancellation.Token), "");
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled.ResponseAsync.WaitAsync(Soon));
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        using var late = server.Invoker.AsyncUnaryCall(Unary, null, In(100), "");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late.ResponseAsync.WaitAsync(Soon));
    }

    [Fact]
    public async Task DisposingTheChannelEndsItsCalls()
    {
        await using var server = await StartAsync(http => WaitForAbortAsync(http, new(), new()));
        var calls = Enumerable.Range(0, 20).Select(_ => server.Invoker.AsyncUnaryCall(Unary, null, default, "")).ToList();
        await Task.Delay(100);
        server.Channel.Dispose();
        foreach (var call in calls)
        {
            var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.WaitAsync(Soon));
            Assert.Equal(StatusCode.Cancelled, exception.StatusCode);
        }
        Assert.Throws<ObjectDisposedException>(() => server.Invoker.AsyncUnaryCall(Unary, null, default, ""));
        Assert.Throws<ObjectDisposedException>(() => server.Channel.CreateCallInvoker());
    }

    [Fact]
    public async Task AStormOfCancellationsLeavesTheChannelSound()
    {
        await using var server = await StartAsync(async http =>
        {
            await Task.Delay(Random.Shared.Next(5));
            await AnswerAsync(http, Frame("ok"));
        });
        var calls = Enumerable.Range(0, 500).Select(async i =>
        {
            using var cancellation = new CancellationTokenSource(Random.Shared.Next(1, 10));
            using var call = server.Invoker.AsyncUnaryCall(
                Unary, null, new CallOptions(cancellationToken: cancellation.Token), "");
            try
            {
                return await call == "ok";
            }
            catch (RpcException exception) when (exception.StatusCode == StatusCode.Cancelled)
            {
                return true;
            }
        });
        Assert.All(await Task.WhenAll(calls).WaitAsync(Soon), Assert.True);
        Assert.Equal("ok", await server.Invoker.AsyncUnaryCall(Unary, null, default, ""));
    }

    private static CallOptions In(int milliseconds) => new(deadline: DateTime.UtcNow.AddMilliseconds(milliseconds));

    private static async Task WaitForAbortAsync(HttpContext http, TaskCompletionSource started, TaskCompletionSource aborted)
    {
        started.TrySetResult();
        using var registration = http.RequestAborted.Register(() => aborted.TrySetResult());
        await aborted.Task.WaitAsync(Soon);
    }
}
