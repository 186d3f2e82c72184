using System.Diagnostics;
using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

public class DeadlineTests
{
    [Theory]
    [InlineData("1H", 3600)]
    [InlineData("2M", 120)]
    [InlineData("30S", 30)]
    [InlineData("90000m", 90)]
    [InlineData("60000000u", 60)]
    [InlineData("1500H", 1500 * 3600)]
    [InlineData("99999999H", 99999999L * 3600)]
    public async Task TheHandlerSeesTheDeadline(string timeout, long seconds)
    {
        var deadline = new TaskCompletionSource<DateTime>();
        await using var server = await TestServer.StartUnaryAsync((text, context) =>
        {
            deadline.SetResult(context.Deadline);
            return Task.FromResult(text);
        });
        var now = DateTime.UtcNow;

        var answer = await server.CallAsync(TestMethods.Unary, "x", ("grpc-timeout", timeout));

        Assert.Equal(StatusCode.OK, answer.Status);
        var expected = seconds < (DateTime.MaxValue - now).TotalSeconds ? now.AddSeconds(seconds) : DateTime.MaxValue;
        Assert.InRange((await deadline.Task - expected).TotalSeconds, 0, 5);
        Assert.Equal(DateTimeKind.Utc, expected == DateTime.MaxValue ? DateTimeKind.Utc : (await deadline.Task).Kind);
    }

    [Fact]
    public async Task WithoutATimeoutThereIsNoDeadline()
    {
        await using var server = await TestServer.StartUnaryAsync(
            (_, context) => Task.FromResult((context.Deadline == DateTime.MaxValue).ToString()));

        Assert.Equal(["True"], (await server.CallAsync(TestMethods.Unary, "x")).Texts);
    }

    [Fact]
    public async Task APassedDeadlineEndsTheCallEvenWhenTheHandlerDoesNot()
    {
        var end = new TaskCompletionSource<string>();
        await using var server = await TestServer.StartUnaryAsync((_, _) => end.Task);
        var watch = Stopwatch.StartNew();

        var answer = await server.CallAsync(TestMethods.Unary, "x", ("grpc-timeout", "100m"));

        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
        Assert.InRange(watch.ElapsedMilliseconds, 90, 5000);
        end.SetResult("too late");
    }

    [Fact]
    public async Task APassedDeadlineCancelsTheToken()
    {
        var cancelled = new TaskCompletionSource();
        await using var server = await TestServer.StartUnaryAsync(async (text, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken).ContinueWith(_ => cancelled.SetResult());
            return text;
        });

        var answer = await server.CallAsync(TestMethods.Unary, "x", ("grpc-timeout", "50m"));

        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task ATokenTakenAfterTheDeadlineIsCancelled()
    {
        var seen = new TaskCompletionSource<bool>();
        await using var server = await TestServer.StartUnaryAsync(async (text, context) =>
        {
            await Task.Delay(300);
            seen.SetResult(context.CancellationToken.IsCancellationRequested);
            return text;
        });

        await server.CallAsync(TestMethods.Unary, "x", ("grpc-timeout", "20m"));

        Assert.True(await seen.Task);
    }

    [Fact]
    public async Task MessagesBeforeTheDeadlineArriveAndItsStatusFollows()
    {
        await using var server = await TestServer.StartServerStreamingAsync(async (request, responses, context) =>
        {
            await responses.WriteAsync(request);
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        });

        var answer = await server.CallAsync(TestMethods.ServerStreaming, "first", ("grpc-timeout", "200m"));

        Assert.Equal(["first"], answer.Texts);
        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
    }

    [Fact]
    public async Task WritingAfterTheDeadlineIsRefused()
    {
        var failure = new TaskCompletionSource<Exception?>();
        await using var server = await TestServer.StartServerStreamingAsync(async (request, responses, _) =>
        {
            await Task.Delay(300);
            failure.SetResult(await Record.ExceptionAsync(() => responses.WriteAsync(request)));
        });

        var answer = await server.CallAsync(TestMethods.ServerStreaming, "x", ("grpc-timeout", "30m"));

        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
        Assert.IsType<InvalidOperationException>(await failure.Task);
    }

    [Fact]
    public async Task ADeadlineEndsAWaitForRequests()
    {
        await using var server = await TestServer.StartClientStreamingAsync(async (requests, _) =>
        {
            while (await requests.MoveNext(default))
            {
            }
            return "done";
        });
        await using var call = DuplexCall.Start(server, TestMethods.ClientStreaming, ("grpc-timeout", "100m"));

        Assert.Null(await call.ReceiveAsync());

        Assert.Equal("4", call.Trailer("grpc-status"));
    }

    [Theory]
    [InlineData("0S")]
    [InlineData("0n")]
    public async Task ATimeoutOfZeroHasPassed(string timeout)
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));

        var answer = await server.CallAsync(TestMethods.Unary, "x", ("grpc-timeout", timeout));

        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("S")]
    [InlineData("1s")]
    [InlineData("-1S")]
    [InlineData("+1S")]
    [InlineData("1.5S")]
    [InlineData("1 S")]
    [InlineData("123456789S")]
    public async Task AMalformedTimeoutIsAnInternalError(string timeout)
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));

        var answer = await server.CallAsync(TestMethods.Unary, "x", ("grpc-timeout", timeout));

        Assert.Equal(StatusCode.Internal, answer.Status);
    }
}
