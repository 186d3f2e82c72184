using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

public class ProtocolErrorTests
{
    public static TheoryData<string, byte[], StatusCode> BrokenRequests => new()
    {
        { "no message", [], StatusCode.Unimplemented },
        { "two messages", [.. WireCall.Frame("a"), .. WireCall.Frame("b")], StatusCode.Unimplemented },
        { "part of a prefix", [0, 0], StatusCode.Internal },
        { "part of a message", WireCall.Frame([1, 2, 3], length: 10), StatusCode.Internal },
        { "trailing bytes", [.. WireCall.Frame("a"), 1, 2, 3], StatusCode.Internal },
        { "trailing part of a message", [.. WireCall.Frame("a"), 0, 0, 0, 0, 9, 1], StatusCode.Internal },
        { "unknown flags", WireCall.Frame([1], flags: 2), StatusCode.Internal },
        { "compressed without encoding", WireCall.Frame([1], flags: 1), StatusCode.Internal },
        { "a length over the limit", WireCall.Frame([1], length: 4 * 1024 * 1024 + 1), StatusCode.ResourceExhausted },
        { "a length over all limits", WireCall.Frame([1], length: uint.MaxValue), StatusCode.ResourceExhausted },
    };

    [Theory]
    [MemberData(nameof(BrokenRequests))]
    public async Task ABrokenRequestGetsTheStatusThatTheSpecificationNames(string what, byte[] body, StatusCode expected)
    {
        Assert.NotEmpty(what);
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));

        var answer = await server.CallAsync(TestMethods.Unary, body);

        Assert.Equal(expected, answer.Status);
        Assert.Empty(answer.Messages);
        Assert.Equal(["fine"], (await server.CallAsync(TestMethods.Unary, "fine")).Texts);
    }

    [Fact]
    public async Task ALengthOverTheLimitIsAnsweredBeforeTheMessageComes()
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));
        await using var call = DuplexCall.Start(server, TestMethods.Unary);

        await call.SendBytesAsync([0, 0x40, 0, 0, 0]);

        Assert.Null(await call.ReceiveAsync());
        Assert.Equal("8", call.Trailer("grpc-status"));
    }

    [Fact]
    public async Task AMessageThatCannotBeParsedIsAnInternalError()
    {
        var refusing = new Marshaller<string>(
            static (text, context) => context.Complete(System.Text.Encoding.UTF8.GetBytes(text)),
            static string (_) => throw new InvalidDataException("not a message"));
        var method = new Method<string, string>(MethodType.Unary, "test.Echo", "Refusing", refusing, refusing);
        await using var server = await TestServer.StartAsync(app => app.MapGrpcService(
            ServerServiceDefinition.CreateBuilder()
                .AddMethod(method, new UnaryServerMethod<string, string>((text, _) => Task.FromResult(text))).Build()));

        Assert.Equal(StatusCode.Internal, (await server.CallAsync(method, "x")).Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/grpcx")]
    [InlineData("application/grpc-web")]
    [InlineData("application/json")]
    public async Task AnotherContentTypeIsUnsupported(string contentType)
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));
        var content = new ByteArrayContent(WireCall.Frame("x"));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var request = WireCall.Request(TestMethods.Unary, content);

        using var response = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("13", response.Headers.GetValues("grpc-status").Single());
    }

    [Theory]
    [InlineData("application/grpc")]
    [InlineData("application/grpc+proto")]
    [InlineData("application/grpc;charset=utf-8")]
    public async Task GrpcsContentTypesAreTaken(string contentType)
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));
        var content = new ByteArrayContent(WireCall.Frame("x"));
        content.Headers.TryAddWithoutValidation("content-type", contentType);
        using var request = WireCall.Request(TestMethods.Unary, content);

        using var response = await server.Http.SendAsync(request);

        Assert.Equal(StatusCode.OK, (await WireAnswer.ReadAsync(response)).Status);
    }

    [Fact]
    public async Task AnotherHttpMethodIsNotAllowed()
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));

        using var response = await server.Http.GetAsync(TestMethods.Unary.FullName);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task AnotherVersionOfHttpNeedsAnUpgrade()
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService(
                ServerServiceDefinition.CreateBuilder()
                    .AddMethod(TestMethods.Unary, new UnaryServerMethod<string, string>((text, _) => Task.FromResult(text))).Build()),
            protocols: HttpProtocols.Http1);
        using var request = WireCall.Request(TestMethods.Unary, new ByteArrayContent(WireCall.Frame("x")));
        request.Version = HttpVersion.Version11;
        using var http1 = new HttpClient { BaseAddress = server.Address };

        using var response = await http1.SendAsync(request);

        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
    }

    [Theory]
    [InlineData("/test.Echo/Nothing", "Method is unimplemented.")]
    [InlineData("/test.Echo/unary", "Method is unimplemented.")]
    [InlineData("/test.Nobody/Unary", "Service is unimplemented.")]
    public async Task CallsOfWhatIsNotThereAreUnimplemented(string path, string detail)
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));
        using var request = WireCall.Request(TestMethods.Unary, new ByteArrayContent(WireCall.Frame("x")));
        request.RequestUri = new Uri(path, UriKind.Relative);

        using var response = await server.Http.SendAsync(request);
        var answer = await WireAnswer.ReadAsync(response);

        Assert.Equal(StatusCode.Unimplemented, answer.Status);
        Assert.Equal(detail, answer.Detail);
    }

    [Theory]
    [InlineData("/test.Echo/Nothing")]
    [InlineData("/test.Nobody/Unary")]
    public async Task CallsOfWhatIsNotThereAreUnimplementedTooWhereAServiceIsMappedInParts(string path)
    {
        await using var server = await TestServer.StartAsync(app =>
        {
            foreach (var method in new[] { TestMethods.Unary, new(MethodType.Unary, TestMethods.Service, "Other", TestMethods.Text, TestMethods.Text) })
            {
                app.MapGroup("").MapGrpcService(ServerServiceDefinition.CreateBuilder()
                    .AddMethod(method, new UnaryServerMethod<string, string>((text, _) => Task.FromResult(text))).Build());
            }
        });
        using var request = WireCall.Request(TestMethods.Unary, new ByteArrayContent(WireCall.Frame("x")));
        request.RequestUri = new Uri(path, UriKind.Relative);

        using var response = await server.Http.SendAsync(request);

        Assert.Equal(StatusCode.Unimplemented, (await WireAnswer.ReadAsync(response)).Status);
    }

    [Fact]
    public async Task ABrowserMayAskWhetherItMayCallAMethodThatIsNotThere()
    {
        await using var server = await TestServer.StartAsync(
            app =>
            {
                app.UseCors();
                app.MapGrpcService<EchoService>().RequireCors(policy => policy.WithOrigins("http://shop").WithMethods("POST"));
            },
            services: services => services.AddCors());
        using var request = new HttpRequestMessage(HttpMethod.Options, $"/{TestMethods.Service}/Nothing")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.Add("Origin", "http://shop");
        request.Headers.Add("Access-Control-Request-Method", "POST");

        using var response = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("http://shop", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task OtherRequestsOfUnknownPathsAreNotFound()
    {
        await using var server = await TestServer.StartUnaryAsync((text, _) => Task.FromResult(text));

        using var response = await server.Http.PostAsync("/test.Nobody/Unary", new StringContent("x"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
