using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ProtoGen.Grpc;
using ProtoGen.Grpc.AspNetCore.Server;
using ProtoGen.Grpc.Interceptors;

namespace ProtoGen.Runtime.Tests.Server;

public class ServiceTests
{
    [Fact]
    public async Task AServiceIsBoundByItsGeneratedAttribute()
    {
        await using var server = await TestServer.StartAsync(app => app.MapGrpcService<EchoService>());

        Assert.Equal(["x"], (await server.CallAsync(TestMethods.Unary, "x")).Texts);
        Assert.Equal(StatusCode.Unimplemented, (await server.CallAsync(TestMethods.ServerStreaming, "x")).Status);
    }

    [Fact]
    public async Task AServiceOfForeignCodeIsBoundByTheMethodThatItsAttributeNames()
    {
        await using var server = await TestServer.StartAsync(app => app.MapGrpcService<ForeignService>());

        Assert.Equal(["foreign x"], (await server.CallAsync(TestMethods.Unary, "x")).Texts);
    }

    [Fact]
    public async Task AClassThatIsNoServiceIsRefused()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => TestServer.StartAsync(app => app.MapGrpcService<List<string>>()));

        Assert.Contains("implements no gRPC service", failure.Message);
    }

    [Fact]
    public void MappingWithoutAddGrpcSaysWhatIsMissing()
    {
        var application = WebApplication.CreateSlimBuilder().Build();

        Assert.Contains("AddGrpc", Assert.Throws<InvalidOperationException>(() => application.MapGrpcService<EchoService>()).Message);
    }

    [Fact]
    public async Task EachCallHasAnInstanceOfItsOwnFromTheRequestsServices()
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<ScopedService>(), services: services => services.AddScoped<Scope>());

        var first = (await server.CallAsync(TestMethods.Unary, "x")).Texts[0];
        var second = (await server.CallAsync(TestMethods.Unary, "x")).Texts[0];

        Assert.StartsWith("same scope", first);
        Assert.NotEqual(first, second);
        Assert.Equal(2, ScopedService.Disposed);
    }

    [Fact]
    public async Task ARegisteredSingletonServesAllCalls()
    {
        var service = new CountingService();
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<CountingService>(), services: services => services.AddSingleton(service));

        await server.CallAsync(TestMethods.Unary, "x");

        Assert.Equal(["2"], (await server.CallAsync(TestMethods.Unary, "x")).Texts);
    }

    [Fact]
    public async Task AnActivatorOfTheApplicationsOwnGivesTheInstance()
    {
        var activator = new CountingActivator();
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<CountingService>(),
            services: services => services.AddSingleton<IGrpcServiceActivator<CountingService>>(activator));

        await server.CallAsync(TestMethods.Unary, "x");

        Assert.Equal(["2"], (await server.CallAsync(TestMethods.Unary, "x")).Texts);
        Assert.Equal(2, activator.Released);
    }

    [Fact]
    public async Task WhereNoServiceIsCreatedAnInterceptorAnswers()
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<EchoService>(),
            options =>
            {
                options.SuppressCreatingService = true;
                options.Interceptors.Add<Answering>();
            });

        Assert.Equal(["instead"], (await server.CallAsync(TestMethods.Unary, "x")).Texts);
    }

    [Fact]
    public async Task MiddlewareFindsTheCallAmongTheRequestsFeatures()
    {
        var calls = new List<string>();
        await using var server = await TestServer.StartAsync(app =>
        {
            app.Use(async (http, next) =>
            {
                await next(http);
                calls.Add(http.Features.Get<IServerCallContextFeature>()!.ServerCallContext.Status.StatusCode.ToString());
            });
            app.MapGrpcService<EchoService>();
        });

        await server.CallAsync(TestMethods.Unary, "x");
        await server.CallAsync(TestMethods.Unary, "throw");

        Assert.Equal(["OK", "Unknown"], calls);
    }

    [Fact]
    public async Task EndpointsCarryTheMethodAndTheAttributesOfClassAndMethod()
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<GuardedService>(), services: services => services.AddAuthorization());
        var endpoint = server.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Single(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Name == "Unary");

        Assert.Equal(typeof(GuardedService), endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()!.ServiceType);
        Assert.Equal(["class", "method"], endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("guest", HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.OK)]
    public async Task AuthorizationWorksAsOnAnyEndpoint(string? user, HttpStatusCode expected)
    {
        await using var server = await TestServer.StartAsync(
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapGrpcService<EchoService>().RequireAuthorization(policy => policy.RequireRole("admin"));
            },
            services: services =>
            {
                services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("header", null);
                services.AddAuthorization();
            });
        using var request = WireCall.Request(TestMethods.Unary, new ByteArrayContent(WireCall.Frame("x")));
        if (user is not null)
            request.Headers.Add("x-user", user);

        using var response = await server.Http.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task RateLimitsWorkAsOnAnyEndpoint()
    {
        await using var server = await TestServer.StartAsync(
            app =>
            {
                app.UseRateLimiter();
                app.MapGrpcService<EchoService>().RequireRateLimiting("once");
            },
            services: services => services.AddRateLimiter(options => options.AddFixedWindowLimiter("once", window =>
            {
                window.PermitLimit = 1;
                window.Window = TimeSpan.FromHours(1);
            })));

        Assert.Equal(HttpStatusCode.OK, (await server.CallAsync(TestMethods.Unary, "x")).HttpStatus);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.CallAsync(TestMethods.Unary, "x")).HttpStatus);
    }

    [Fact]
    public async Task MethodsThatDifferInCaseAloneAreToldApart()
    {
        var lower = new Method<string, string>(MethodType.Unary, "test.Echo", "unary", TestMethods.Text, TestMethods.Text);
        await using var server = await TestServer.StartAsync(app => app.MapGrpcService(ServerServiceDefinition.CreateBuilder()
            .AddMethod(TestMethods.Unary, new UnaryServerMethod<string, string>((_, _) => Task.FromResult("upper")))
            .AddMethod(lower, new UnaryServerMethod<string, string>((_, _) => Task.FromResult("lower")))
            .Build()));

        Assert.Equal(["upper"], (await server.CallAsync(TestMethods.Unary, "x")).Texts);
        Assert.Equal(["lower"], (await server.CallAsync(lower, "x")).Texts);
    }

    [Fact]
    public async Task AServiceCanBeMappedInAGroup()
    {
        await using var server = await TestServer.StartAsync(app => app.MapGroup("/prefix").MapGrpcService<EchoService>());
        using var request = WireCall.Request(TestMethods.Unary, new ByteArrayContent(WireCall.Frame("x")));
        request.RequestUri = new Uri("/prefix" + TestMethods.Unary.FullName, UriKind.Relative);

        using var response = await server.Http.SendAsync(request);

        Assert.Equal(["x"], (await WireAnswer.ReadAsync(response)).Texts);
    }

    private sealed class Scope;

    private sealed class ScopedService(Scope scope) : Echo.EchoBase, IDisposable
    {
        private static int _instances;

        private readonly int _number = Interlocked.Increment(ref _instances);

        public static int Disposed { get; private set; }

        public override Task<string> Unary(string request, ServerCallContext context)
        {
            var same = context.GetHttpContext().RequestServices.GetRequiredService<Scope>() == scope;
            return Task.FromResult($"{(same ? "same" : "other")} scope {_number}");
        }

        public void Dispose() => Disposed++;
    }

    private sealed class CountingService : Echo.EchoBase
    {
        private int _calls;

        public override Task<string> Unary(string request, ServerCallContext context) => Task.FromResult((++_calls).ToString());
    }

    [Authorize("class")]
    private sealed class GuardedService : Echo.EchoBase
    {
        [Authorize("method")]
        public override Task<string> Unary(string request, ServerCallContext context) => Task.FromResult(request);
    }

    [BindServiceMethod(typeof(ForeignBase), nameof(BindService))]
    private abstract class ForeignBase
    {
        public abstract Task<string> Unary(string request, ServerCallContext context);

        public static void BindService(ServiceBinderBase binder, ForeignBase? service) => binder.AddMethod(
            TestMethods.Unary, service is null ? null : new UnaryServerMethod<string, string>(service.Unary));
    }

    private sealed class ForeignService : ForeignBase
    {
        public override Task<string> Unary(string request, ServerCallContext context) => Task.FromResult("foreign " + request);
    }

    private sealed class HeaderAuthentication(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["x-user"] is not [var user])
                return Task.FromResult(AuthenticateResult.NoResult());
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Role, user!)], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }

    private sealed class CountingActivator : IGrpcServiceActivator<CountingService>
    {
        private readonly CountingService _service = new();

        public int Released { get; private set; }

        public GrpcActivatorHandle<CountingService> Create(IServiceProvider serviceProvider) =>
            new(_service, created: false, state: null);

        public ValueTask ReleaseAsync(GrpcActivatorHandle<CountingService> service)
        {
            Released++;
            return default;
        }
    }

    private sealed class Answering : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            Task.FromResult((TResponse)(object)"instead");
    }
}
