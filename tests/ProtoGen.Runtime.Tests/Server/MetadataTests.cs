using System.Text;
using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

public class MetadataTests
{
    [Fact]
    public async Task TheHandlerSeesTheHeadersThatAreNotTheProtocols()
    {
        var seen = new TaskCompletionSource<string[]>();
        await using var server = await TestServer.StartUnaryAsync((text, context) =>
        {
            seen.SetResult([.. context.RequestHeaders.Select(entry => $"{entry.Key}={entry.Value}")]);
            return Task.FromResult(text);
        });

        await server.CallAsync(
            TestMethods.Unary,
            "x",
            ("X-Tenant", "acme"),
            ("user-agent", "test/1.0"),
            ("grpc-timeout", "1H"),
            ("grpc-accept-encoding", "gzip"));

        Assert.Equal(["user-agent=test/1.0", "x-tenant=acme"], (await seen.Task).Order());
    }

    [Theory]
    [InlineData("AAEC/w==")]
    [InlineData("AAEC/w")]
    public async Task BinaryHeadersAreDecodedWithPaddingAndWithout(string text)
    {
        var seen = new TaskCompletionSource<byte[]?>();
        await using var server = await TestServer.StartUnaryAsync((request, context) =>
        {
            seen.SetResult(context.RequestHeaders.GetValueBytes("data-bin"));
            return Task.FromResult(request);
        });

        await server.CallAsync(TestMethods.Unary, "x", ("data-bin", text));

        Assert.Equal([0, 1, 2, 255], await seen.Task);
    }

    [Fact]
    public async Task BinaryHeadersJoinedByCommasAreSeveralEntries()
    {
        var seen = new TaskCompletionSource<string[]>();
        await using var server = await TestServer.StartUnaryAsync((request, context) =>
        {
            var entries = context.RequestHeaders.GetAll("data-bin");
            seen.SetResult([.. entries.Select(entry => Encoding.UTF8.GetString(entry.ValueBytes))]);
            return Task.FromResult(request);
        });

        await server.CallAsync(TestMethods.Unary, "x", ("data-bin", "b25l,dHdv , dGhyZWU="));

        Assert.Equal(["one", "two", "three"], await seen.Task);
    }

    [Theory]
    [InlineData("!!!!")]
    [InlineData("A")]
    [InlineData("AA EC")]
    public async Task InvalidBase64IsAnInternalErrorEvenIfNobodyLooks(string text)
    {
        await using var server = await TestServer.StartUnaryAsync((request, _) => Task.FromResult(request));

        var answer = await server.CallAsync(TestMethods.Unary, "x", ("data-bin", text));

        Assert.Equal(StatusCode.Internal, answer.Status);
        Assert.Contains("data-bin", answer.Detail);
    }

    [Fact]
    public async Task ResponseHeadersGoOutBeforeTheMessages()
    {
        var go = new TaskCompletionSource();
        await using var server = await TestServer.StartServerStreamingAsync(async (request, responses, context) =>
        {
            await context.WriteResponseHeadersAsync([new("x-early", "yes"), new("raw-bin", [1, 2, 3])]);
            await go.Task;
            await responses.WriteAsync(request);
        });
        using var request = WireCall.Request(TestMethods.ServerStreaming, new ByteArrayContent(WireCall.Frame("m")));

        using var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead)
            .WaitAsync(TimeSpan.FromSeconds(10));
        go.SetResult();
        var answer = await WireAnswer.ReadAsync(response);

        Assert.Equal("yes", answer.Headers["x-early"]);
        Assert.Equal("AQID", answer.Headers["raw-bin"]);
        Assert.Equal(["m"], answer.Texts);
        Assert.Equal(StatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task ResponseHeadersCanBeSentOnce()
    {
        var failure = new TaskCompletionSource<Exception?>();
        await using var server = await TestServer.StartUnaryAsync(async (request, context) =>
        {
            await context.WriteResponseHeadersAsync([]);
            failure.SetResult(await Record.ExceptionAsync(() => context.WriteResponseHeadersAsync([])));
            return request;
        });

        var answer = await server.CallAsync(TestMethods.Unary, "x");

        Assert.IsType<InvalidOperationException>(await failure.Task);
        Assert.Equal(StatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task TrailersFollowTheMessages()
    {
        await using var server = await TestServer.StartUnaryAsync((request, context) =>
        {
            context.ResponseTrailers.Add("x-cost", "3");
            context.ResponseTrailers.Add("x-cost", "4");
            context.ResponseTrailers.Add("raw-bin", [255]);
            return Task.FromResult(request);
        });

        var answer = await server.CallAsync(TestMethods.Unary, "x");

        Assert.Equal("3, 4", answer.Trailers["x-cost"]);
        Assert.Equal("/w", answer.Trailers["raw-bin"]);
    }

    [Fact]
    public async Task ATrailerThatHttpForbidsIsAnErrorOfTheCall()
    {
        await using var server = await TestServer.StartUnaryAsync((request, context) =>
        {
            context.ResponseTrailers.Add("x-bad", "line\nbreak");
            return Task.FromResult(request);
        });

        Assert.Equal(StatusCode.Unknown, (await server.CallAsync(TestMethods.Unary, "x")).Status);
    }
}
