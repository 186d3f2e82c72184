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
            var wait = requests.MoveNext(default);
            started.SetResult();
            failure.SetResult(await Record.ExceptionAsync(() => wait));
        });
        await using var call = DuplexCall.Start(server);
        await started.Task.WaitAsync(_patience);

        call.Cancel();

        Assert.IsType<IOException>(await failure.Task.WaitAsync(_patience), exactMatch: false);
    }

    [Fact]
    public async Task AnAbortedCallTakesNoMessagesAndGivesNone()
    {
        var failures = new TaskCompletionSource<(Exception? Write, Exception? Read)>();
        await using var server = await TestServer.StartDuplexStreamingAsync(async (requests, responses, context) =>
        {
            await requests.MoveNext(default);
            var aborted = new TaskCompletionSource();
            using var registration = context.CancellationToken.Register(() => aborted.SetResult());
            context.GetHttpContext().Abort();
            await aborted.Task;
            failures.SetResult((
                await Record.ExceptionAsync(() => responses.WriteAsync("late")),
                await Record.ExceptionAsync(() => requests.MoveNext(default))));
        });
        await using var call = DuplexCall.Start(server);
        await call.SendAsync("x");

        var (write, read) = await failures.Task.WaitAsync(_patience);

        Assert.Equal("Can't write the message because the request is complete.", Assert.IsType<InvalidOperationException>(write).Message);
        Assert.Equal("Can't read messages after the request is complete.", Assert.IsType<InvalidOperationException>(read).Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AWriteThatIsCancelledCancelsTheCall(bool before)
    {
        var failure = new TaskCompletionSource<Exception?>();
        var cancelled = new TaskCompletionSource();
        await using var server = await TestServer.StartServerStreamingAsync(async (_, responses, context) =>
        {
            context.CancellationToken.Register(() => cancelled.SetResult());
            await responses.WriteAsync("first");
            using var impatience = new CancellationTokenSource();
            if (before)
                impatience.Cancel();
            else
                impatience.CancelAfter(100);
            failure.SetResult(await Record.ExceptionAsync(async () =>
            {
                // The client reads no more after the first one, so that a write waits for it at last.
                while (true)
                    await responses.WriteAsync(new string('x', 10_000), impatience.Token);
            }));
            await cancelled.Task;
        });
        using var request = WireCall.Request(TestMethods.ServerStreaming, new ByteArrayContent(WireCall.Frame("x")));
        using var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.IsType<OperationCanceledException>(await failure.Task.WaitAsync(_patience), exactMatch: false);
        await cancelled.Task.WaitAsync(_patience);
        var broken = await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsByteArrayAsync());
        Assert.Contains("CANCEL", broken.ToString());
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
