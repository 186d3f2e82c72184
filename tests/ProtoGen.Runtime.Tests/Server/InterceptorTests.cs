using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ProtoGen.Grpc;
using ProtoGen.Grpc.AspNetCore.Server;
using ProtoGen.Grpc.Interceptors;

namespace ProtoGen.Runtime.Tests.Server;

public class InterceptorTests
{
    [Fact]
    public async Task InterceptorsForAllComeBeforeTheServicesOwn()
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<EchoService>(),
            options => options.Interceptors.Add<Tagging>("all"),
            services => services.AddGrpc().AddServiceOptions<EchoService>(options => options.Interceptors.Add<Tagging>("own")));

        Assert.Equal(["all(own(x))"], (await server.CallAsync(TestMethods.Unary, "x")).Texts);
    }

    [Fact]
    public async Task ARegisteredInterceptorIsUsedAsItIs()
    {
        var interceptor = new Tagging("registered");
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<EchoService>(),
            options => options.Interceptors.Add<Tagging>(),
            services => services.AddSingleton(interceptor));

        Assert.Equal(["registered(x)"], (await server.CallAsync(TestMethods.Unary, "x")).Texts);
        Assert.Equal(0, interceptor.Disposed);
    }

    [Fact]
    public async Task AnActivatorOfTheApplicationsOwnGivesTheInterceptor()
    {
        var activator = new TaggingActivator();
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<EchoService>(),
            options =>
            {
                options.Interceptors.Add<Tagging>("generic");
                options.Interceptors.Add(typeof(Tagging), "by type");
            },
            services => services.AddSingleton<IGrpcInterceptorActivator<Tagging>>(activator));

        Assert.Equal(["own generic(own by type(x))"], (await server.CallAsync(TestMethods.Unary, "x")).Texts);
        Assert.Equal(2, activator.Released);
    }

    [Fact]
    public async Task ACreatedInterceptorGetsServicesAndEndsWithTheCall()
    {
        var log = new List<string>();
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<EchoService>(),
            options => options.Interceptors.Add<Logging>(),
            services => services.AddSingleton(log));

        await server.CallAsync(TestMethods.Unary, "x");

        Assert.Equal(["/test.Echo/Unary", "disposed"], log);
    }

    [Fact]
    public async Task EveryKindOfMethodIsIntercepted()
    {
        var log = new List<string>();
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService(ServerServiceDefinition.CreateBuilder()
                .AddMethod(TestMethods.Unary, new UnaryServerMethod<string, string>((text, _) => Task.FromResult(text)))
                .AddMethod(TestMethods.ClientStreaming, new ClientStreamingServerMethod<string, string>((_, _) => Task.FromResult("c")))
                .AddMethod(TestMethods.ServerStreaming, new ServerStreamingServerMethod<string, string>((_, w, _) => w.WriteAsync("s")))
                .AddMethod(TestMethods.DuplexStreaming, new DuplexStreamingServerMethod<string, string>((_, w, _) => w.WriteAsync("d")))
                .Build()),
            options => options.Interceptors.Add<Logging>(),
            services => services.AddSingleton(log));

        Assert.Equal(["u"], (await server.CallAsync(TestMethods.Unary, "u")).Texts);
        Assert.Equal(["c"], (await server.CallAsync(TestMethods.ClientStreaming, "")).Texts);
        Assert.Equal(["s"], (await server.CallAsync(TestMethods.ServerStreaming, "")).Texts);
        Assert.Equal(["d"], (await server.CallAsync(TestMethods.DuplexStreaming, "")).Texts);
        Assert.Equal(
            ["/test.Echo/Unary", "/test.Echo/ClientStreaming", "/test.Echo/ServerStreaming", "/test.Echo/DuplexStreaming"],
            log.Where(line => line != "disposed"));
    }

    [Fact]
    public async Task AnInterceptorCanRefuseACall()
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<EchoService>(), options => options.Interceptors.Add<Refusing>());

        var answer = await server.CallAsync(TestMethods.Unary, "x");

        Assert.Equal(StatusCode.PermissionDenied, answer.Status);
    }

    [Fact]
    public async Task AContextThatAnInterceptorWrapsStillLeadsToTheRequest()
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService(ServerServiceDefinition.CreateBuilder()
                .AddMethod(TestMethods.Unary, new UnaryServerMethod<string, string>(
                    (_, context) => Task.FromResult($"{context.Method} {context.GetHttpContext().Request.Path}")))
                .Build()),
            options => options.Interceptors.Add<Wrapping>());

        Assert.Equal(["wrapped /test.Echo/Unary"], (await server.CallAsync(TestMethods.Unary, "x")).Texts);
    }

    private sealed class Wrapping : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            continuation(request, new WrappedContext(context));
    }

    private sealed class WrappedContext(ServerCallContext inner) : ServerCallContext
    {
        protected override string MethodCore => "wrapped";

        protected override string HostCore => inner.Host;

        protected override string PeerCore => inner.Peer;

        protected override DateTime DeadlineCore => inner.Deadline;

        protected override Metadata RequestHeadersCore => inner.RequestHeaders;

        protected override CancellationToken CancellationTokenCore => inner.CancellationToken;

        protected override Metadata ResponseTrailersCore => inner.ResponseTrailers;

        protected override Status StatusCore
        {
            get => inner.Status;
            set => inner.Status = value;
        }

        protected override WriteOptions? WriteOptionsCore
        {
            get => inner.WriteOptions;
            set => inner.WriteOptions = value;
        }

        protected override AuthContext AuthContextCore => inner.AuthContext;

        protected override IDictionary<object, object> UserStateCore => inner.UserState;

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => inner.WriteResponseHeadersAsync(responseHeaders);

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
            inner.CreatePropagationToken(options);
    }

    private sealed class Tagging(string tag) : Interceptor, IDisposable
    {
        public int Disposed { get; private set; }

        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            (TResponse)(object)$"{tag}({await continuation(request, context)})";

        public void Dispose() => Disposed++;
    }

    private sealed class TaggingActivator : IGrpcInterceptorActivator<Tagging>
    {
        public int Released { get; private set; }

        public GrpcActivatorHandle<Interceptor> Create(IServiceProvider serviceProvider, InterceptorRegistration interceptorRegistration) =>
            new(new Tagging($"own {interceptorRegistration.Arguments[0]}"), created: true, state: this);

        public ValueTask ReleaseAsync(GrpcActivatorHandle<Interceptor> interceptor)
        {
            Assert.Same(this, interceptor.State);
            Released++;
            return default;
        }
    }

    private sealed class Refusing : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new RpcException(new Status(StatusCode.PermissionDenied, "no"));
    }

    private sealed class Logging(List<string> log) : Interceptor, IAsyncDisposable
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            log.Add(context.Method);
            return continuation(request, context);
        }

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            ServerCallContext context,
            ClientStreamingServerMethod<TRequest, TResponse> continuation)
        {
            log.Add(context.Method);
            return continuation(requestStream, context);
        }

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            log.Add(context.Method);
            return continuation(request, responseStream, context);
        }

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        {
            log.Add(context.Method);
            return continuation(requestStream, responseStream, context);
        }

        public ValueTask DisposeAsync()
        {
            log.Add("disposed");
            return default;
        }
    }
}
