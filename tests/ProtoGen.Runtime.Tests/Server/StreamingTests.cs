using Microsoft.AspNetCore.Builder;
using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

public class StreamingTests
{
    [Fact]
    public async Task AClientStreamIsReadToItsEnd()
    {
        await using var server = await TestServer.StartClientStreamingAsync(async (requests, _) =>
                string.Join('+', await requests.ReadAllAsync().CollectAsync()));

        var answer = await server.CallAsync(
            TestMethods.ClientStreaming, [.. WireCall.Frame("a"), .. WireCall.Frame(""), .. WireCall.Frame("c")]);

        Assert.Equal(["a++c"], answer.Texts);
        Assert.Equal(StatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task AnEmptyClientStreamIsFine()
    {
        await using var server = await TestServer.StartClientStreamingAsync(async (requests, _) =>
                (await requests.ReadAllAsync().CollectAsync()).Count.ToString());

        Assert.Equal(["0"], (await server.CallAsync(TestMethods.ClientStreaming, [])).Texts);
    }

    [Fact]
    public async Task AServerStreamGoesOutMessageByMessage()
    {
        await using var server = await TestServer.StartServerStreamingAsync(async (request, responses, _) =>
            {
                for (var i = 0; i < 3; i++)
                    await responses.WriteAsync(request + i);
            });

        var answer = await server.CallAsync(TestMethods.ServerStreaming, "m");

        Assert.Equal(["m0", "m1", "m2"], answer.Texts);
        Assert.Equal(StatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task WritesThatOutliveTheCallAreRefused()
    {
        var failure = new TaskCompletionSource<Exception>();
        await using var server = await TestServer.StartServerStreamingAsync((_, responses, _) =>
        {
            failure = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
            _ = WriteForeverAsync(responses, failure);
            return Task.Delay(2);
        });
        for (var i = 0; i < 300; i++)
        {
            Assert.Equal(StatusCode.OK, (await server.CallAsync(TestMethods.ServerStreaming, "m")).Status);
            Assert.IsType<InvalidOperationException>(await failure.Task.WaitAsync(TimeSpan.FromSeconds(10)));
        }
    }

    [Fact]
    public async Task HeadersThatOutliveTheCallDoNoHarm()
    {
        await using var server = await TestServer.StartServerStreamingAsync((_, _, context) =>
        {
            _ = Task.Run(() => context.WriteResponseHeadersAsync([]));
            return Task.Delay(1);
        });
        for (var i = 0; i < 300; i++)
            Assert.Equal(StatusCode.OK, (await server.CallAsync(TestMethods.ServerStreaming, "m")).Status);
    }

    [Fact]
    public async Task AReadThatOutlivesTheCallDoesNoHarm()
    {
        var read = Task.FromResult(false);
        await using var server = await TestServer.StartDuplexStreamingAsync((requests, _, _) =>
        {
            read = requests.MoveNext(default);
            return Task.CompletedTask;
        });
        for (var i = 0; i < 10; i++)
        {
            await using var call = DuplexCall.Start(server);
            Assert.Null(await call.ReceiveAsync());
            Assert.Equal("0", call.Trailer("grpc-status"));
            await Task.WhenAny(read).WaitAsync(TimeSpan.FromSeconds(10));
            Assert.IsNotType<NullReferenceException>(read.Exception?.InnerException);
        }
    }

    [Fact]
    public async Task AServerStreamOfNothingIsTrailersOnly()
    {
        await using var server = await TestServer.StartServerStreamingAsync((_, _, _) => Task.CompletedTask);

        var answer = await server.CallAsync(TestMethods.ServerStreaming, "m");

        Assert.True(answer.IsTrailersOnly);
        Assert.Empty(answer.Messages);
        Assert.Equal(StatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task ADuplexCallAnswersEachMessageAsItComes()
    {
        await using var server = await StartEchoAsync();
        await using var call = DuplexCall.Start(server);

        for (var i = 0; i < 10; i++)
        {
            await call.SendAsync($"ping {i}");
            Assert.Equal($"ping {i}", await call.ReceiveAsync());
        }
        call.CompleteRequests();

        Assert.Null(await call.ReceiveAsync());
        Assert.Equal("0", call.Trailer("grpc-status"));
    }

    [Fact]
    public async Task BufferedMessagesGoOutTogetherWithTheNextOne()
    {
        await using var server = await TestServer.StartServerStreamingAsync(async (request, responses, _) =>
            {
                responses.WriteOptions = new WriteOptions(WriteFlags.BufferHint);
                for (var i = 0; i < 1000; i++)
                    Assert.True(responses.WriteAsync(request).IsCompletedSuccessfully);
                responses.WriteOptions = WriteOptions.Default;
                await responses.WriteAsync("last");
            });

        var answer = await server.CallAsync(TestMethods.ServerStreaming, "m");

        Assert.Equal(1001, answer.Messages.Count);
        Assert.Equal("last", answer.Texts[^1]);
    }

    [Fact]
    public async Task ASecondWriteBeforeTheFirstIsDoneIsRefused()
    {
        var failure = new TaskCompletionSource<Exception>();
        await using var server = await TestServer.StartServerStreamingAsync(async (_, responses, _) =>
            {
                var large = new string('x', 2_000_000);
                var first = responses.WriteAsync(large);
                failure.SetResult(await Record.ExceptionAsync(() => responses.WriteAsync("second")));
                await first;
            });

        var answer = await server.CallAsync(TestMethods.ServerStreaming, "m");

        Assert.Contains("previous write is in progress", Assert.IsType<InvalidOperationException>(await failure.Task).Message);
        Assert.Single(answer.Messages);
    }

    [Fact]
    public async Task WritingAfterTheCallIsRefused()
    {
        IServerStreamWriter<string>? kept = null;
        await using var server = await TestServer.StartServerStreamingAsync((_, responses, _) =>
            {
                kept = responses;
                return Task.CompletedTask;
            });

        await server.CallAsync(TestMethods.ServerStreaming, "m");

        await Assert.ThrowsAsync<InvalidOperationException>(() => kept!.WriteAsync("late"));
    }

    [Fact]
    public async Task AnAnswerBeforeTheRequestsEndIsComplete()
    {
        await using var server = await TestServer.StartClientStreamingAsync(async (requests, _) =>
            {
                await requests.MoveNext(default);
                return "enough of " + requests.Current;
            });
        await using var call = DuplexCall.Start(server, TestMethods.ClientStreaming);

        await call.SendAsync("words");

        Assert.Equal("enough of words", await call.ReceiveAsync());
        Assert.Null(await call.ReceiveAsync());
        Assert.Equal("0", call.Trailer("grpc-status"));
    }

    [Fact]
    public async Task ReadsWaitForMessagesThatComeInPieces()
    {
        await using var server = await StartEchoAsync();
        await using var call = DuplexCall.Start(server);

        foreach (var b in WireCall.Frame("slowly"))
            await call.SendBytesAsync([b]);

        Assert.Equal("slowly", await call.ReceiveAsync());
    }

    private static Task<TestServer> StartEchoAsync() => TestServer.StartDuplexStreamingAsync(
        async (requests, responses, _) =>
        {
            await foreach (var request in requests.ReadAllAsync())
                await responses.WriteAsync(request);
        });

    private static async Task WriteForeverAsync(IServerStreamWriter<string> responses, TaskCompletionSource<Exception> failure)
    {
        await Task.Yield();
        try
        {
            while (true)
                await responses.WriteAsync("x");
        }
        catch (Exception exception)
        {
            failure.SetResult(exception);
        }
    }
}
