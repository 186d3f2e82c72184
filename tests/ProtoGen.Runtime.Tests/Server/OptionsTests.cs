using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

public class OptionsTests
{
    [Fact]
    public async Task ARequestOverTheLimitIsRefused()
    {
        await using var server = await TestServer.StartUnaryAsync(
            (text, _) => Task.FromResult(text), options => options.MaxReceiveMessageSize = 10);

        Assert.Equal(StatusCode.OK, (await server.CallAsync(TestMethods.Unary, "ten bytes!")).Status);
        Assert.Equal(StatusCode.ResourceExhausted, (await server.CallAsync(TestMethods.Unary, "eleven byte")).Status);
    }

    [Fact]
    public async Task AResponseOverTheLimitIsRefused()
    {
        await using var server = await TestServer.StartUnaryAsync(
            (text, _) => Task.FromResult(text), options => options.MaxSendMessageSize = 10);

        Assert.Equal(StatusCode.OK, (await server.CallAsync(TestMethods.Unary, "ten bytes!")).Status);
        var answer = await server.CallAsync(TestMethods.Unary, "eleven byte");
        Assert.Equal(StatusCode.ResourceExhausted, answer.Status);
        Assert.Empty(answer.Messages);
    }

    [Fact]
    public async Task WithoutALimitMessagesMayBeLargerThanTheServersBodyLimit()
    {
        await using var server = await TestServer.StartUnaryAsync(
            (text, _) => Task.FromResult(text), options => options.MaxReceiveMessageSize = null);

        var answer = await server.CallAsync(TestMethods.Unary, new string('x', 40_000_000));

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Equal(40_000_000, answer.Messages[0].Payload.Length);
    }

    [Fact]
    public async Task AStreamMayBeLargerThanTheServersBodyLimit()
    {
        await using var server = await TestServer.StartClientStreamingAsync(async (requests, _) =>
        {
            var length = 0;
            while (await requests.MoveNext(default))
                length += requests.Current.Length;
            return length.ToString();
        });
        var message = WireCall.Frame(new string('x', 3_999_995));

        var answer = await server.CallAsync(
            TestMethods.ClientStreaming, [.. Enumerable.Repeat(message, 10).SelectMany(bytes => bytes)]);

        Assert.Equal(["39999950"], answer.Texts);
    }

    [Fact]
    public async Task AServicesOptionsWinOverThoseForAll()
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<EchoService>(),
            options => options.MaxReceiveMessageSize = 100,
            services => services.AddGrpc().AddServiceOptions<EchoService>(options =>
            {
                options.MaxReceiveMessageSize = 5;
                options.EnableDetailedErrors = true;
            }));

        Assert.Equal(StatusCode.ResourceExhausted, (await server.CallAsync(TestMethods.Unary, "sixsix")).Status);
        Assert.Contains("FormatException", (await server.CallAsync(TestMethods.Unary, "throw")).Detail);
    }

    [Fact]
    public async Task UnknownCallsCanBeLeftToTheApplication()
    {
        await using var server = await TestServer.StartAsync(
            app =>
            {
                app.MapGrpcService<EchoService>();
                app.MapFallback("{**path}", () => "the application");
            },
            options => options.IgnoreUnknownServices = true);
        using var request = WireCall.Request(TestMethods.Unary, new ByteArrayContent([]));
        request.RequestUri = new Uri("/test.Other/Method", UriKind.Relative);

        using var response = await server.Http.SendAsync(request);

        Assert.Equal("the application", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ACompressionWithoutAProviderIsAnErrorAtTheStart()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => TestServer.StartUnaryAsync(
            (text, _) => Task.FromResult(text), options => options.ResponseCompressionAlgorithm = "snappy"));

        Assert.Contains("snappy", failure.Message);
    }
}
