using System.Net;
using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

public class UnaryTests
{
    [Fact]
    public async Task ARequestIsAnsweredWithMessageAndStatus()
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult($"Hello, {text}!"));

        var answer = await server.CallAsync(TestMethods.Unary, "World");

        Assert.Equal(HttpStatusCode.OK, answer.HttpStatus);
        Assert.Equal("application/grpc", answer.Headers["content-type"]);
        Assert.Equal(["Hello, World!"], answer.Texts);
        Assert.False(answer.IsTrailersOnly);
        Assert.Equal(StatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task AnEmptyMessageIsAMessage()
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));

        Assert.Equal([""], (await server.CallAsync(TestMethods.Unary, "")).Texts);
    }

    [Theory]
    [InlineData(4_000)]
    [InlineData(100_000)]
    [InlineData(3_000_000)]
    public async Task ALargeMessageComesThroughWhole(int length)
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));
        var text = string.Create(length, 0, static (span, _) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = (char)('a' + i % 26);
        });

        Assert.Equal([text], (await server.CallAsync(TestMethods.Unary, text)).Texts);
    }

    [Fact]
    public async Task AnRpcExceptionBecomesTheStatusOfATrailersOnlyAnswer()
    {
        await using var server = await TestServer.StartUnaryAsync((_, _) =>
            throw new RpcException(new Status(StatusCode.NotFound, "no such\nthing: 100 % ü"), [new("reason", "gone")]));

        var answer = await server.CallAsync(TestMethods.Unary, "x");

        Assert.True(answer.IsTrailersOnly);
        Assert.Equal(StatusCode.NotFound, answer.Status);
        Assert.Equal("no such\nthing: 100 % ü", answer.Detail);
        Assert.Equal("no such%0Athing: 100 %25 %C3%BC", answer.Headers["grpc-message"]);
        Assert.Equal("gone", answer.Headers["reason"]);
    }

    [Fact]
    public async Task AnExceptionTellsTheClientNothing()
    {
        await using var server = await TestServer.StartUnaryAsync((_, _) => throw new InvalidDataException("secret"));

        var answer = await server.CallAsync(TestMethods.Unary, "x");

        Assert.Equal(StatusCode.Unknown, answer.Status);
        Assert.Equal("Exception was thrown by handler.", answer.Detail);
    }

    [Fact]
    public async Task WithDetailedErrorsAnExceptionTellsTypeAndMessage()
    {
        await using var server = await TestServer.StartUnaryAsync(
            (_, _) => throw new InvalidDataException("cause", new FormatException("root")), options => options.EnableDetailedErrors = true);

        var answer = await server.CallAsync(TestMethods.Unary, "x");

        Assert.Equal("Exception was thrown by handler. InvalidDataException: cause FormatException: root", answer.Detail);
    }

    [Fact]
    public async Task AStatusThatTheHandlerSetsGoesOutBehindTheMessage()
    {
        await using var server = await TestServer.StartUnaryAsync((text, context) =>
        {
            context.Status = new Status(StatusCode.DataLoss, "partly");
            return Task.FromResult(text);
        });

        var answer = await server.CallAsync(TestMethods.Unary, "x");

        Assert.Equal(StatusCode.DataLoss, answer.Status);
        Assert.Equal(["x"], answer.Texts);
    }

    [Fact]
    public async Task AMissingResponseIsAnError()
    {
        await using var server = await TestServer.StartUnaryAsync((_, _) => Task.FromResult<string>(null!));

        Assert.Equal(StatusCode.Cancelled, (await server.CallAsync(TestMethods.Unary, "x")).Status);
    }
}
