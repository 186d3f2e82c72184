using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

public class CancellationTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task AClientThatGivesUpCancelsTheToken()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var server = await TestServer.StartUnaryAsync(async (text, context) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken).ContinueWith(_ => cancelled.SetResult());
            return text;
        });
        using var cancellation = new CancellationTokenSource();
        using var request = WireCall.Request(TestMethods.Unary, new ByteArrayContent(WireCall.Frame("x")));
        var call = server.Http.SendAsync(request, cancellation.Token);
        await started.Task.WaitAsync(_patience);

        cancellation.Cancel();

        await cancelled.Task.WaitAsync(_patience);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task AClientThatGivesUpCancelsTheTokenOfACallWithADeadline()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var server = await TestServer.StartDuplexStreamingAsync(async (_, _, context) =>
        {
            context.CancellationToken.Register(() => cancelled.SetResult());
            started.SetResult();
            await cancelled.Task;
        });
        await using var call = DuplexCall.Start(server, headers: ("grpc-timeout", "1H"));
        await started.Task.WaitAsync(_patience);

        call.Cancel();

        await cancelled.Task.WaitAsync(_patience);
    }

    [Fact]
    public async Task AWaitForRequestsEndsWhenTheClientGivesUp()
    {
        var failure = new TaskCompletionSource<Exception?>();
        var started = new TaskCompletionSource();
        await using var server = await TestServer.StartDuplexStreamingAsync(async (requests, _, _) =>
        {
            started.SetResult();
            failure.SetResult(await Record.ExceptionAsync(() => requests.MoveNext(default)));
        });
        await using var call = DuplexCall.Start(server);
        await started.Task.WaitAsync(_patience);

        call.Cancel();

        Assert.IsType<IOException>(await failure.Task.WaitAsync(_patience), exactMatch: false);
    }

    [Fact]
    public async Task AWaitForRequestsCanBeCancelledAndRepeated()
    {
        await using var server = await TestServer.StartDuplexStreamingAsync(async (requests, responses, _) =>
        {
            using var impatience = new CancellationTokenSource(50);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => requests.MoveNext(impatience.Token));
            await responses.WriteAsync("waiting");
            await requests.MoveNext(default);
            await responses.WriteAsync(requests.Current);
        });
        await using var call = DuplexCall.Start(server);

        Assert.Equal("waiting", await call.ReceiveAsync());
        await call.SendAsync("late");

        Assert.Equal("late", await call.ReceiveAsync());
    }

    [Fact]
    public async Task WritesToAClientThatGaveUpEndInAnException()
    {
        var failure = new TaskCompletionSource<Exception?>();
        await using var server = await TestServer.StartDuplexStreamingAsync(async (_, responses, _) =>
        {
            failure.SetResult(await Record.ExceptionAsync(async () =>
            {
                while (true)
                    await responses.WriteAsync(new string('x', 1000));
            }));
        });
        await using var call = DuplexCall.Start(server);
        await call.ReceiveAsync();

        call.Cancel();

        Assert.IsType<InvalidOperationException>(await failure.Task.WaitAsync(_patience));
    }

    [Fact]
    public async Task TheContextOfACallThatIsOverLetsGo()
    {
        ServerCallContext? kept = null;
        await using var server = await TestServer.StartUnaryAsync((text, context) =>
        {
            kept = context;
            return Task.FromResult(text);
        });
        await server.CallAsync(TestMethods.Unary, "x");
        await server.CallAsync(TestMethods.Unary, "another");
        var last = kept;
        await Task.Delay(50);

        Assert.Throws<InvalidOperationException>(() => last!.RequestHeaders);
        Assert.True(last!.CancellationToken.IsCancellationRequested);
    }
}
