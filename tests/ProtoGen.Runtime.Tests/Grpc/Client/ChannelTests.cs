using Microsoft.AspNetCore.Http;
using ProtoGen.Grpc;
using ProtoGen.Grpc.Interceptors;
using static ProtoGen.Runtime.Tests.Grpc.Client.RawServer;

namespace ProtoGen.Runtime.Tests.Grpc.Client;

public class ChannelTests
{
    [Theory]
    [InlineData("localhost:50051")]
    [InlineData("dns:///localhost:50051")]
    [InlineData("")]
    [InlineData("/path")]
    public void WhatIsNoAddressIsRefusedWithAHint(string address)
    {
        var exception = Assert.Throws<ArgumentException>(() => GrpcChannel.ForAddress(address));
        Assert.Contains("http://HOST:PORT", exception.Message);
    }

    [Fact]
    public void TheTargetIsTheAuthority() => Assert.Equal("localhost:50051", GrpcChannel.ForAddress("http://localhost:50051").Target);

    [Fact]
    public void CredentialsMustFitTheAddress()
    {
        Assert.Throws<InvalidOperationException>(
            () => GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { Credentials = ChannelCredentials.SecureSsl }));
        Assert.Throws<InvalidOperationException>(
            () => GrpcChannel.ForAddress("https://localhost", new GrpcChannelOptions { Credentials = ChannelCredentials.Insecure }));
    }

    [Fact]
    public void AClientAndAHandlerTogetherAreRefused()
    {
        using var client = new HttpClient();
        using var handler = new SocketsHttpHandler();
        var options = new GrpcChannelOptions { HttpClient = client, HttpHandler = handler };
        Assert.Throws<ArgumentException>(() => GrpcChannel.ForAddress("http://localhost", options));
    }

    [Fact]
    public async Task AGivenHttpClientIsUsed()
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("x-from", "client");
        await using var server = await StartAsync(
            http => AnswerAsync(http, Frame(http.Request.Headers["x-from"].ToString())), new GrpcChannelOptions { HttpClient = client });
        Assert.Equal("client", await server.Invoker.AsyncUnaryCall(Unary, null, default, ""));
    }

    [Fact]
    public async Task AGivenHandlerOutlivesTheChannelUnlessToldOtherwise()
    {
        using var handler = new SocketsHttpHandler();
        await using var server = await StartAsync(http => AnswerAsync(http, Frame("ok")));
        for (var i = 0; i < 2; i++)
        {
            using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { HttpHandler = handler });
            Assert.Equal("ok", await channel.CreateCallInvoker().AsyncUnaryCall(Unary, null, default, ""));
        }
        GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true }).Dispose();
        using var late = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { HttpHandler = handler });
        await Assert.ThrowsAsync<RpcException>(async () => await late.CreateCallInvoker().AsyncUnaryCall(Unary, null, default, ""));
    }

    [Fact]
    public async Task ARequestBeyondTheLimitIsRefusedHere()
    {
        await using var server = await StartAsync(
            http => AnswerAsync(http, Frame("ok")), new GrpcChannelOptions { MaxSendMessageSize = 10 });
        Assert.Equal("ok", await server.Invoker.AsyncUnaryCall(Unary, null, default, new string('x', 10)));
        var exception = await Assert.ThrowsAsync<RpcException>(
            async () => await server.Invoker.AsyncUnaryCall(Unary, null, default, new string('x', 11)));
        Assert.Equal(
            new Status(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size."),
            exception.Status);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(5_000_000, true)]
    [InlineData(4_999_999, false)]
    public async Task TheReceiveLimitIsTheChannels(int? limit, bool fits)
    {
        await using var server = await StartAsync(
            http => AnswerAsync(http, Frame(new string('x', 5_000_000))), new GrpcChannelOptions { MaxReceiveMessageSize = limit });
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, default, "");
        if (fits)
            Assert.Equal(5_000_000, (await call).Length);
        else
            Assert.Equal(StatusCode.ResourceExhausted, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
    }

    [Fact]
    public async Task ACallThatWaitsForReadyIsMadeWhenTheServerComes()
    {
        var port = FreePort();
        var options = new GrpcChannelOptions { InitialReconnectBackoff = TimeSpan.FromMilliseconds(50) };
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}", options);
        var call = channel.CreateCallInvoker().AsyncUnaryCall(Unary, null, default(CallOptions).WithWaitForReady(), "hi");
        await Task.Delay(150);
        Assert.False(call.ResponseAsync.IsCompleted);
        await using var server = await StartAsync(async http => await AnswerAsync(http, Frame((await ReadAsync(http))!)), port: port);
        Assert.Equal("hi", await call.ResponseAsync.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task WaitingForReadyEndsAtTheDeadline()
    {
        using var channel = GrpcChannel.ForAddress("http://127.0.0.1:1");
        var options = new CallOptions(deadline: DateTime.UtcNow.AddMilliseconds(200)).WithWaitForReady();
        using var call = channel.CreateCallInvoker().AsyncUnaryCall(Unary, null, options, "");
        Assert.Equal(StatusCode.DeadlineExceeded, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
    }

    [Fact]
    public async Task CallCredentialsAddHeaders()
    {
        AuthInterceptorContext? seen = null;
        var ofChannel = CallCredentials.FromInterceptor((context, metadata) =>
        {
            seen = context;
            metadata.Add("authorization", "Bearer abc");
            return Task.CompletedTask;
        });
        var ofCall = CallCredentials.FromInterceptor(async (_, metadata) =>
        {
            await Task.Yield();
            metadata.Add("x-call", "1");
        });
        var options = new GrpcChannelOptions
        {
            Credentials = ChannelCredentials.Create(new OpenCredentials(), ofChannel),
            UnsafeUseInsecureChannelCallCredentials = true,
        };
        await using var server = await StartAsync(
            http => AnswerAsync(http, Frame($"{http.Request.Headers.Authorization} {http.Request.Headers["x-call"]}")), options);
        Assert.Equal("Bearer abc 1", await server.Invoker.AsyncUnaryCall(Unary, null, new CallOptions(credentials: ofCall), ""));
        Assert.Equal(server.Address.AbsoluteUri + "test.Raw", seen!.ServiceUrl);
        Assert.Equal("Unary", seen.MethodName);
    }

    [Fact]
    public void CallCredentialsOfAnInsecureChannelAreRefusedUnlessTheChannelAllowsThem()
    {
        var options = new GrpcChannelOptions
        {
            Credentials = ChannelCredentials.Create(
                new OpenCredentials(), CallCredentials.FromInterceptor((_, _) => Task.CompletedTask)),
        };
        var exception = Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress("http://localhost", options));
        Assert.Contains("UnsafeUseInsecureChannelCallCredentials", exception.Message);
        options.UnsafeUseInsecureChannelCallCredentials = true;
        GrpcChannel.ForAddress("http://localhost", options).Dispose();
    }

    [Fact]
    public async Task CallCredentialsSeeThePathOfTheChannelsAddress()
    {
        AuthInterceptorContext? seen = null;
        await using var server = await StartAsync(http => AnswerAsync(http, Frame("")));
        using var channel = GrpcChannel.ForAddress(
            new Uri(server.Address, "shop/eu/"), new GrpcChannelOptions { UnsafeUseInsecureChannelCallCredentials = true });
        var credentials = CallCredentials.FromInterceptor((context, _) =>
        {
            seen = context;
            return Task.CompletedTask;
        });
        await channel.CreateCallInvoker().AsyncUnaryCall(Unary, null, new CallOptions(credentials: credentials), "");
        Assert.Equal(server.Address.AbsoluteUri + "shop/eu/test.Raw", seen!.ServiceUrl);
    }

    [Fact]
    public async Task CallCredentialsStayAtHomeOnAnInsecureChannel()
    {
        await using var server = await StartAsync(
            http => AnswerAsync(http, Frame(http.Request.Headers.Authorization.ToString())));
        var credentials = CallCredentials.FromInterceptor((_, _) => throw new InvalidOperationException("asked"));
        Assert.Equal("", await server.Invoker.AsyncUnaryCall(Unary, null, new CallOptions(credentials: credentials), ""));
    }

    [Fact]
    public async Task FailingCredentialsFailTheCall()
    {
        await using var server = await StartAsync(
            http => AnswerAsync(http, Frame("")), new GrpcChannelOptions { UnsafeUseInsecureChannelCallCredentials = true });
        var credentials = CallCredentials.FromInterceptor((_, _) => throw new InvalidOperationException("no token"));
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, new CallOptions(credentials: credentials), "");
        var exception = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Contains("no token", exception.Status.Detail);
    }

    [Fact]
    public async Task InterceptorsStandAroundCallsTheFirstOneOutermost()
    {
        await using var server = await StartAsync(http => AnswerAsync(http, Frame(http.Request.Headers["x-by"].ToString())));
        var invoker = server.Channel
            .Intercept(headers =>
            {
                headers.Add("x-by", "metadata");
                return headers;
            })
            .Intercept(new Tagging("outer"), new Tagging("inner"));
        Assert.Equal("outer, inner, metadata", await invoker.AsyncUnaryCall(Unary, null, default, ""));
        Assert.Equal("outer, inner, metadata", invoker.BlockingUnaryCall(Unary, null, default, ""));
        using var streaming = invoker.AsyncServerStreamingCall(ServerStreaming, null, default, "");
        Assert.True(await streaming.ResponseStream.MoveNext());
        Assert.Equal("outer, inner, metadata", streaming.ResponseStream.Current);
    }

    [Fact]
    public async Task AMarshallerThatFailsFailsTheCallAsInternal()
    {
        await using var server = await StartAsync(http => AnswerAsync(http, Frame("ok")));
        var good = Marshallers.StringMarshaller;
        var bad = Marshallers.Create<string>(_ => throw new FormatException("bad out"), _ => throw new IOException("bad in"));
        foreach (var (request, response, text) in new[] { (bad, good, "bad out"), (good, bad, "bad in") })
        {
            var method = new Method<string, string>(MethodType.Unary, "test.Raw", "Unary", request, response);
            using var call = server.Invoker.AsyncUnaryCall(method, null, default, "");
            var exception = await Assert.ThrowsAsync<RpcException>(async () => await call);
            Assert.Equal(StatusCode.Internal, exception.StatusCode);
            Assert.Contains(text, exception.Status.Detail);
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class OpenCredentials : ChannelCredentials
    {
        public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object state) =>
            configurator.SetInsecureCredentials(state);
    }

    private sealed class Tagging(string tag) : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation) => continuation(request, Tag(context));

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation) => continuation(request, Tag(context));

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(request, Tag(context));

        private ClientInterceptorContext<TRequest, TResponse> Tag<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context)
            where TRequest : class
            where TResponse : class
        {
            var headers = context.Options.Headers ?? [];
            headers.Add("x-by", tag);
            return new(context.Method, context.Host, context.Options.WithHeaders(headers));
        }
    }
}
