using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ProtoGen.Grpc;
using ProtoGen.Grpc.ClientFactory;
using ProtoGen.Grpc.Interceptors;
using ProtoGen.Runtime.Tests.Grpc.Client;

namespace ProtoGen.Runtime.Tests.Grpc.ClientFactory;

public class ClientFactoryTests
{
    [Fact]
    public async Task ARegisteredClientCallsItsAddress()
    {
        await using var server = await RawServer.StartAsync(EchoAsync);
        await using var services = Services(collection => collection.AddGrpcClient<EchoClient>(o => o.Address = server.Address));
        Assert.Equal("hi", await services.GetRequiredService<EchoClient>().UnaryAsync("hi"));
        Assert.Equal("again", await services.GetRequiredService<EchoClient>().UnaryAsync("again"));
    }

    [Fact]
    public async Task TheOptionsCanComeFromServices()
    {
        await using var server = await RawServer.StartAsync(EchoAsync);
        await using var services = Services(collection =>
        {
            collection.AddSingleton(server.Address);
            collection.AddGrpcClient<EchoClient>((provider, o) => o.Address = provider.GetRequiredService<Uri>());
        });
        Assert.Equal("hi", await services.GetRequiredService<EchoClient>().UnaryAsync("hi"));
    }

    [Fact]
    public async Task ClientsOfOneTypeAreToldApartByName()
    {
        await using var one = await RawServer.StartAsync(http => RawServer.AnswerAsync(http, RawServer.Frame("one")));
        await using var two = await RawServer.StartAsync(http => RawServer.AnswerAsync(http, RawServer.Frame("two")));
        await using var services = Services(collection =>
        {
            collection.AddGrpcClient<EchoClient>("one", o => o.Address = one.Address);
            collection.AddGrpcClient<EchoClient>("two", o => o.Address = two.Address);
        });
        var factory = services.GetRequiredService<GrpcClientFactory>();
        Assert.Equal("one", await factory.CreateClient<EchoClient>("one").UnaryAsync(""));
        Assert.Equal("two", await factory.CreateClient<EchoClient>("two").UnaryAsync(""));
        Assert.Throws<InvalidOperationException>(() => factory.CreateClient<EchoClient>("three"));
    }

    [Fact]
    public void ANestedClientIsRegisteredUnderItsOwnName() => Assert.Equal(
        "EchoClient", new ServiceCollection().AddGrpcClient<Other.EchoClient>().Name);

    [Fact]
    public void ANameStandsForOneType() => Assert.Throws<InvalidOperationException>(() => Services(collection =>
    {
        collection.AddGrpcClient<EchoClient>("name");
        collection.AddGrpcClient<Other.EchoClient>("name");
    }));

    [Fact]
    public async Task ARegistrationWithoutAddressSaysWhatToDo()
    {
        await using var services = Services(collection => collection.AddGrpcClient<EchoClient>());
        var exception = Assert.Throws<InvalidOperationException>(services.GetRequiredService<EchoClient>);
        Assert.Contains("services.AddGrpcClient<EchoClient>(o => o.Address =", exception.Message);
    }

    [Fact]
    public async Task InterceptorsAreSharedByTheChannelOrMadeForEachClient()
    {
        await using var server = await RawServer.StartAsync(EchoAsync);
        var made = new List<string>();
        await using var services = Services(collection => collection
            .AddGrpcClient<EchoClient>(o => o.Address = server.Address)
            .AddInterceptor(() => new Noting(made, "channel"))
            .AddInterceptor(InterceptorScope.Client, _ => new Noting(made, "client")));
        for (var i = 0; i < 2; i++)
            await services.GetRequiredService<EchoClient>().UnaryAsync("");
        Assert.Equal(
            ["made channel", "made client", "client", "channel", "made client", "client", "channel"], made);
    }

    [Fact]
    public async Task TheHttpClientsSettingsAndHandlersApply()
    {
        await using var server = await RawServer.StartAsync(http => RawServer.AnswerAsync(
            http, RawServer.Frame($"{http.Request.Headers["x-default"]} {http.Request.Headers["x-handler"]}")));
        await using var services = Services(collection => collection
            .AddGrpcClient<EchoClient>()
            .ConfigureHttpClient(client =>
            {
                client.BaseAddress = server.Address;
                client.DefaultRequestHeaders.Add("x-default", "a");
            })
            .AddHttpMessageHandler(() => new Stamping()));
        Assert.Equal("a b", await services.GetRequiredService<EchoClient>().UnaryAsync(""));
    }

    [Fact]
    public async Task CallCredentialsAreAddedAndAskForTls()
    {
        await using var server = await RawServer.StartAsync(http => RawServer.AnswerAsync(
            http, RawServer.Frame(http.Request.Headers.Authorization.ToString())));
        await using var refused = Services(collection => Add(collection));
        Assert.Contains("requires TLS", Assert.Throws<InvalidOperationException>(refused.GetRequiredService<EchoClient>).Message);
        await using var services = Services(collection =>
            Add(collection).ConfigureChannel(o => o.UnsafeUseInsecureChannelCallCredentials = true));
        Assert.Equal("Bearer x", await services.GetRequiredService<EchoClient>().UnaryAsync(""));

        IHttpClientBuilder Add(IServiceCollection collection) => collection
            .AddGrpcClient<EchoClient>(o => o.Address = server.Address)
            .AddCallCredentials((_, metadata) =>
            {
                metadata.Add("authorization", "Bearer x");
                return Task.CompletedTask;
            });
    }

    [Fact]
    public async Task ACreatorMakesTheClient()
    {
        await using var server = await RawServer.StartAsync(EchoAsync);
        EchoClient? created = null;
        await using var services = Services(collection => collection
            .AddGrpcClient<EchoClient>(o => o.Address = server.Address)
            .ConfigureGrpcClientCreator(invoker => created = new EchoClient(invoker)));
        Assert.Same(services.GetRequiredService<EchoClient>(), created);
    }

    [Fact]
    public void ABuilderOfAnotherHttpClientIsRefused() => Assert.Throws<InvalidOperationException>(
        () => new ServiceCollection().AddHttpClient("plain").AddInterceptor(() => new Noting([], "")));

    [Fact]
    public async Task DisposingTheServicesEndsTheChannel()
    {
        await using var server = await RawServer.StartAsync(EchoAsync);
        var services = Services(collection => collection.AddGrpcClient<EchoClient>(o => o.Address = server.Address));
        var client = services.GetRequiredService<EchoClient>();
        await services.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => client.UnaryAsync(""));
    }

    private static ServiceProvider Services(Action<IServiceCollection> configure)
    {
        var collection = new ServiceCollection();
        configure(collection);
        return collection.BuildServiceProvider();
    }

    private static async Task EchoAsync(HttpContext http) =>
        await RawServer.AnswerAsync(http, RawServer.Frame((await RawServer.ReadAsync(http))!));

    private sealed class Stamping : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("x-handler", "b");
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Noting : Interceptor
    {
        private readonly List<string> _notes;
        private readonly string _name;

        public Noting(List<string> notes, string name)
        {
            (_notes, _name) = (notes, name);
            notes.Add($"made {name}");
        }

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            _notes.Add(_name);
            return continuation(request, context);
        }
    }

    private static class Other
    {
        public sealed class EchoClient;
    }
}
