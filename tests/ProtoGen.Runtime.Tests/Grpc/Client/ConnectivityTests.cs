using ProtoGen.Grpc;
using static ProtoGen.Runtime.Tests.Grpc.Client.RawServer;

namespace ProtoGen.Runtime.Tests.Grpc.Client;

public class ConnectivityTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task AChannelIsIdleUntilItsFirstCallAndShutDownAtItsEnd()
    {
        await using var server = await StartAsync(http => AnswerAsync(http, Frame("ok")));
        Assert.Equal(ConnectivityState.Idle, server.Channel.State);
        var change = server.Channel.WaitForStateChangedAsync(ConnectivityState.Idle);
        await server.Invoker.AsyncUnaryCall(Unary, null, default, "");
        await change.WaitAsync(Soon);
        Assert.Equal(ConnectivityState.Ready, server.Channel.State);
        server.Channel.Dispose();
        Assert.Equal(ConnectivityState.Shutdown, server.Channel.State);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => server.Channel.ConnectAsync());
    }

    [Fact]
    public async Task TheFirstCallUsesTheConnectionMadeAhead()
    {
        var connections = new HashSet<string>();
        await using var server = await StartAsync(http =>
        {
            connections.Add($"{http.Connection.RemotePort}");
            return AnswerAsync(http, Frame("ok"));
        });
        await server.Channel.ConnectAsync().WaitAsync(Soon);
        Assert.Equal(ConnectivityState.Ready, server.Channel.State);
        Assert.Equal("ok", await server.Invoker.AsyncUnaryCall(Unary, null, default, ""));
        Assert.Equal("ok", await server.Invoker.AsyncUnaryCall(Unary, null, default, ""));
        Assert.Single(connections);
    }

    [Fact]
    public async Task WithoutAServerConnectingFailsAndGoesOn()
    {
        var options = new GrpcChannelOptions { InitialReconnectBackoff = TimeSpan.FromMilliseconds(20) };
        using var channel = GrpcChannel.ForAddress("http://127.0.0.1:1", options);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var connecting = channel.ConnectAsync(patience.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting.WaitAsync(Soon));
        Assert.NotEqual(ConnectivityState.Ready, channel.State);
    }

    [Fact]
    public void AGivenHandlerCanNotBeFollowed()
    {
        using var handler = new SocketsHttpHandler();
        using var channel = GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { HttpHandler = handler });
        Assert.Throws<InvalidOperationException>(() => channel.State);
    }
}
