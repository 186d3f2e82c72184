using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using ProtoGen.Grpc;
using static ProtoGen.Runtime.Tests.Grpc.Client.RawServer;

namespace ProtoGen.Runtime.Tests.Grpc.Client;

/// <summary>Each thing that a broken or hostile server can send ends the call with the status that the specification names.</summary>
public class BadResponseTests
{
    [Theory]
    [InlineData(0x107, StatusCode.ResourceExhausted)]
    [InlineData(0x10b, StatusCode.Unavailable)]
    [InlineData(0x10c, StatusCode.Cancelled)]
    [InlineData(0x102, StatusCode.Internal)]
    public async Task AResetInHttp3GivesTheStatusOfItsCounterpartInHttp2(long code, StatusCode status)
    {
        using var channel = GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { HttpHandler = new Resetting(code) });
        var exception = await Assert.ThrowsAsync<RpcException>(
            () => channel.CreateCallInvoker().AsyncUnaryCall(Unary, null, default, "").ResponseAsync);
        Assert.Equal(status, exception.StatusCode);
    }

    [Theory]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(502, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.Unavailable)]
    [InlineData(418, StatusCode.Unknown)]
    [InlineData(500, StatusCode.Unknown)]
    public async Task AnHttpErrorWithoutGrpcStatusIsMapped(int http, StatusCode expected)
    {
        var exception = await FailAsync(context =>
        {
            context.Response.StatusCode = http;
            return Task.CompletedTask;
        });
        Assert.Equal(expected, exception.StatusCode);
        Assert.Contains($"{http}", exception.Status.Detail);
    }

    [Fact]
    public async Task AGrpcStatusCountsMoreThanTheHttpStatus()
    {
        var exception = await FailAsync(context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers["grpc-status"] = "9";
            return Task.CompletedTask;
        });
        Assert.Equal(StatusCode.FailedPrecondition, exception.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/html")]
    [InlineData("application/grpc-web")]
    [InlineData("application/grpcx")]
    public async Task AnotherContentTypeIsUnknown(string? contentType)
    {
        var exception = await FailAsync(async context =>
        {
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync("<html>"u8.ToArray());
        });
        Assert.Equal(StatusCode.Unknown, exception.StatusCode);
        Assert.Contains("content-type", exception.Status.Detail);
    }

    [Theory]
    [InlineData("application/grpc")]
    [InlineData("application/grpc+proto")]
    [InlineData("application/grpc; charset=utf-8")]
    [InlineData("Application/GRPC")]
    public async Task TheContentTypesOfGrpcAreTaken(string contentType)
    {
        await using var server = await StartAsync(async context =>
        {
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync(Frame("ok"));
            context.Response.AppendTrailer("grpc-status", "0");
        });
        Assert.Equal("ok", await server.Invoker.AsyncUnaryCall(Unary, null, default, ""));
    }

    [Fact]
    public async Task NoStatusAtAllIsUnknown()
    {
        var exception = await FailAsync(async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(Frame("ok"));
        });
        Assert.Equal(new Status(StatusCode.Unknown, "No grpc-status found on response."), exception.Status);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("17")]
    [InlineData("99999999999")]
    public async Task AStatusThatIsNoneIsUnknown(string status)
    {
        var exception = await FailAsync(context => AnswerAsync(context, Frame("ok"), status));
        Assert.Equal(StatusCode.Unknown, exception.StatusCode);
    }

    [Fact]
    public async Task SuccessWithoutMessageIsInternal() =>
        Assert.Equal(StatusCode.Internal, (await FailAsync(context => AnswerAsync(context, []))).StatusCode);

    [Fact]
    public async Task SuccessInHeadersOnlyIsInternal()
    {
        var exception = await FailAsync(context =>
        {
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = "0";
            return Task.CompletedTask;
        });
        Assert.Equal(StatusCode.Internal, exception.StatusCode);
    }

    [Fact]
    public async Task TwoMessagesAreInternal()
    {
        var exception = await FailAsync(context => AnswerAsync(context, [.. Frame("one"), .. Frame("two")]));
        Assert.Equal(StatusCode.Internal, exception.StatusCode);
        Assert.Contains("Unexpected data", exception.Status.Detail);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    public async Task ATruncatedMessageIsInternal(int length)
    {
        var exception = await FailAsync(context => AnswerAsync(context, Frame("message")[..length]));
        Assert.Equal(StatusCode.Internal, exception.StatusCode);
        Assert.Contains("Unexpected end of content", exception.Status.Detail);
    }

    [Fact]
    public async Task AFlagThatIsNoneIsInternal() =>
        Assert.Equal(StatusCode.Internal, (await FailAsync(context => AnswerAsync(context, [2, 0, 0, 0, 0]))).StatusCode);

    [Theory]
    [InlineData(null)]
    [InlineData("identity")]
    [InlineData("brotli")]
    public async Task ACompressedMessageNeedsAKnownEncoding(string? encoding)
    {
        var exception = await FailAsync(context =>
        {
            context.Response.Headers["grpc-encoding"] = encoding;
            return AnswerAsync(context, Frame("abc", isCompressed: true));
        });
        Assert.Equal(StatusCode.Internal, exception.StatusCode);
        Assert.Contains("grpc-encoding", exception.Status.Detail);
    }

    [Fact]
    public async Task DamagedCompressionIsInternal()
    {
        var exception = await FailAsync(context =>
        {
            context.Response.Headers["grpc-encoding"] = "gzip";
            return AnswerAsync(context, Frame("not gzip at all", isCompressed: true));
        });
        Assert.Equal(StatusCode.Internal, exception.StatusCode);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0xff, 0xff, 0xff, 0xff })]
    [InlineData(new byte[] { 0, 0x00, 0x40, 0x00, 0x01 })]
    public async Task ALengthBeyondTheLimitExhaustsResources(byte[] header)
    {
        var exception = await FailAsync(context => AnswerAsync(context, header));
        Assert.Equal(
            new Status(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size."),
            exception.Status);
    }

    [Theory]
    [InlineData(0x0, StatusCode.Internal)]
    [InlineData(0x1, StatusCode.Internal)]
    [InlineData(0x2, StatusCode.Internal)]
    [InlineData(0x7, StatusCode.Unavailable)]
    [InlineData(0x8, StatusCode.Cancelled)]
    [InlineData(0xb, StatusCode.ResourceExhausted)]
    [InlineData(0xc, StatusCode.PermissionDenied)]
    public async Task AResetAfterHeadersGivesTheStatusOfItsCode(int code, StatusCode expected)
    {
        var exception = await FailAsync(async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.StartAsync();
            await context.Response.Body.FlushAsync();
            context.Features.Get<IHttpResetFeature>()!.Reset(code);
        });
        Assert.Equal(expected, exception.StatusCode);
    }

    [Theory]
    [InlineData(0x2, StatusCode.Internal)]
    [InlineData(0x8, StatusCode.Cancelled)]
    [InlineData(0xb, StatusCode.ResourceExhausted)]
    [InlineData(0xc, StatusCode.PermissionDenied)]
    public async Task AResetBeforeHeadersGivesTheStatusOfItsCode(int code, StatusCode expected)
    {
        var exception = await FailAsync(context =>
        {
            context.Features.Get<IHttpResetFeature>()!.Reset(code);
            return Task.CompletedTask;
        });
        Assert.Equal(expected, exception.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AConnectionThatBreaksIsUnavailable(bool afterHeaders)
    {
        var exception = await FailAsync(async context =>
        {
            if (afterHeaders)
            {
                context.Response.ContentType = "application/grpc";
                await context.Response.Body.WriteAsync(Frame("half")[..7]);
                await context.Response.Body.FlushAsync();
            }
            context.Features.Get<IConnectionLifetimeFeature>()!.Abort();
        });
        Assert.Equal(StatusCode.Unavailable, exception.StatusCode);
        Assert.NotNull(exception.Status.DebugException);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MetadataBeyondTheLimitExhaustsResources(bool inTrailers)
    {
        var exception = await FailAsync(async context =>
        {
            var text = new string('x', 15_000);
            for (var i = 0; i < 10; i++)
            {
                if (inTrailers)
                    context.Response.AppendTrailer($"x-{i}", text);
                else
                    context.Response.Headers[$"x-{i}"] = text;
            }
            await AnswerAsync(context, Frame("ok"));
        });
        Assert.Equal(StatusCode.ResourceExhausted, exception.StatusCode);
    }

    [Fact]
    public async Task InvalidBase64InHeadersFailsTheHeadersAlone()
    {
        await using var server = await StartAsync(context =>
        {
            context.Response.Headers["x-bin"] = "a*b";
            return AnswerAsync(context, Frame("ok"));
        });
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, default, "");
        Assert.Equal("ok", await call);
        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseHeadersAsync);
        Assert.Equal(StatusCode.Internal, exception.StatusCode);
    }

    [Fact]
    public async Task InvalidBase64InTrailersFailsTheTrailersAlone()
    {
        await using var server = await StartAsync(context =>
        {
            context.Response.AppendTrailer("x-bin", "a*b");
            return AnswerAsync(context, Frame("ok"));
        });
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, default, "");
        Assert.Equal("ok", await call);
        Assert.Equal(StatusCode.Internal, Assert.Throws<RpcException>(() => call.GetTrailers()).StatusCode);
    }

    [Fact]
    public async Task AServerThatSpeaksOnlyHttp1Fails()
    {
        await using var server = await StartAsync(context => Task.CompletedTask, null, HttpProtocols.Http1);
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, default, "");
        var exception = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Contains(exception.StatusCode, new[] { StatusCode.Internal, StatusCode.Unavailable });
    }

    [Fact]
    public async Task NoServerIsUnavailableAndSaysWhy()
    {
        using var channel = GrpcChannel.ForAddress("http://127.0.0.1:1");
        using var call = channel.CreateCallInvoker().AsyncUnaryCall(Unary, null, default, "");
        var exception = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Unavailable, exception.StatusCode);
        Assert.Contains("Connection refused", exception.Status.Detail);
        Assert.Contains("127.0.0.1:1", exception.Status.Detail);
        await Assert.ThrowsAsync<RpcException>(() => call.ResponseHeadersAsync);
    }

    private static async Task<RpcException> FailAsync(RequestDelegate answer)
    {
        await using var server = await StartAsync(answer);
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, default, "request");
        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(exception.Status, call.GetStatus());

        // The connection, or a new one, goes on serving calls.
        return exception;
    }

    private sealed class Resetting(long code) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(
                new HttpRequestException("The request failed.", new HttpProtocolException(code, "The stream was reset.", null)));
    }
}
