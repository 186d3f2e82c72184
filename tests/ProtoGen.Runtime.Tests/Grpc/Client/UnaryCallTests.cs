using Microsoft.AspNetCore.Http;
using ProtoGen.Grpc;
using static ProtoGen.Runtime.Tests.Grpc.Client.RawServer;

namespace ProtoGen.Runtime.Tests.Grpc.Client;

public class UnaryCallTests
{
    [Fact]
    public async Task TheResponseIsTheServersMessage()
    {
        await using var server = await StartAsync(async http => await AnswerAsync(http, Frame("Hello, " + await ReadAsync(http))));
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, default, "World");
        Assert.Equal("Hello, World", await call);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.Empty(call.GetTrailers());
    }

    [Fact]
    public async Task ABlockingCallReturnsTheResponse()
    {
        await using var server = await StartAsync(async http => await AnswerAsync(http, Frame("Hello, " + await ReadAsync(http))));
        Assert.Equal("Hello, World", server.Invoker.BlockingUnaryCall(Unary, null, default, "World"));
    }

    [Fact]
    public async Task TheRequestIsWhatTheProtocolAsksFor()
    {
        HttpRequest? request = null;
        var headers = new Dictionary<string, string>();
        await using var server = await StartAsync(async http =>
        {
            request = http.Request;
            foreach (var header in http.Request.Headers)
                headers[header.Key.ToLowerInvariant()] = header.Value.ToString();
            Assert.Equal("/test.Raw/Unary", http.Request.Path);
            Assert.Equal("POST", http.Request.Method);
            await AnswerAsync(http, Frame(""));
        });
        var options = new CallOptions(
            new Metadata { { "x-text", "abc" }, { "x-data-bin", [0xff, 0xfe] }, { "x-data-bin", [1] } }, DateTime.UtcNow.AddSeconds(30));
        await server.Invoker.AsyncUnaryCall(Unary, null, options, "");
        Assert.Equal("application/grpc", headers["content-type"]);
        Assert.Equal("trailers", headers["te"]);
        Assert.Equal("identity,gzip,deflate", headers["grpc-accept-encoding"]);
        Assert.StartsWith("grpc-protogen/", headers["user-agent"]);
        Assert.Equal("abc", headers["x-text"]);
        Assert.Equal("//4,AQ", headers["x-data-bin"]);
        Assert.Matches("^(29[0-9]{3}|30000)m$", headers["grpc-timeout"]);
        Assert.DoesNotContain("content-length", headers.Keys);
    }

    [Fact]
    public async Task TheHostOptionNamesTheAuthority()
    {
        var host = "";
        await using var server = await StartAsync(async http =>
        {
            host = http.Request.Host.Value;
            await AnswerAsync(http, Frame(""));
        });
        await server.Invoker.AsyncUnaryCall(Unary, "other.example", default, "");
        Assert.Equal("other.example", host);
    }

    [Fact]
    public async Task HeadersAndTrailersArriveWithBinaryOnesDecoded()
    {
        await using var server = await StartAsync(async http =>
        {
            http.Response.Headers["x-head"] = "one";
            http.Response.Headers["x-head-bin"] = "AQI=,Aw";
            http.Response.AppendTrailer("x-trail", "two");
            http.Response.AppendTrailer("x-trail-bin", "/w");
            await AnswerAsync(http, Frame("done"));
        });
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, default, "");
        var headers = await call.ResponseHeadersAsync;
        await call;
        Assert.Equal("one", headers.GetValue("x-head"));
        Assert.Equal([[1, 2], [3]], headers.GetAll("x-head-bin").Select(entry => entry.ValueBytes));
        Assert.Equal("two", call.GetTrailers().GetValue("X-Trail"));
        Assert.Equal([0xff], call.GetTrailers().GetValueBytes("x-trail-bin"));
        Assert.Same(headers, await call.ResponseHeadersAsync);
    }

    [Fact]
    public async Task AnErrorStatusThrowsWithDetailAndTrailers()
    {
        await using var server = await StartAsync(async http =>
        {
            http.Response.AppendTrailer("x-why", "because");
            await AnswerAsync(http, [], "5", "nothing at %22%E2%82%AC%22, 100%");
        });
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, default, "");
        var exception = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.NotFound, exception.StatusCode);
        Assert.Equal("nothing at \"€\", 100%", exception.Status.Detail);
        Assert.Equal("because", exception.Trailers.GetValue("x-why"));
        Assert.Equal(StatusCode.NotFound, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task WhoHearsOfTheFailureFromTheHeadersNeedNotLookAtTheResponse()
    {
        const string Secret = "told by the headers only";
        var unobserved = false;
        EventHandler<UnobservedTaskExceptionEventArgs> watch = (_, e) => unobserved |= e.Exception.ToString().Contains(Secret);
        TaskScheduler.UnobservedTaskException += watch;
        try
        {
            using var channel = GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { HttpHandler = new Failing(Secret) });
            await Task.Run(() => Assert.ThrowsAsync<RpcException>(
                () => channel.CreateCallInvoker().AsyncUnaryCall(Unary, null, default, "").ResponseHeadersAsync));
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= watch;
        }
        Assert.False(unobserved);
    }

    [Fact]
    public async Task AResponseOfHeadersOnlyGivesItsStatusAndMetadata()
    {
        await using var server = await StartAsync(http =>
        {
            http.Response.ContentType = "application/grpc";
            http.Response.Headers["grpc-status"] = "7";
            http.Response.Headers["grpc-message"] = "no";
            http.Response.Headers["x-why"] = "because";
            return Task.CompletedTask;
        });
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, default, "");
        var exception = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(new Status(StatusCode.PermissionDenied, "no"), exception.Status);
        Assert.Equal("because", exception.Trailers.GetValue("x-why"));
        Assert.Equal("because", (await call.ResponseHeadersAsync).GetValue("x-why"));
    }

    [Fact]
    public async Task StatusAndTrailersCanNotBeHadBeforeTheEnd()
    {
        var release = new TaskCompletionSource();
        await using var server = await StartAsync(async http =>
        {
            await release.Task;
            await AnswerAsync(http, Frame(""));
        });
        using var call = server.Invoker.AsyncUnaryCall(Unary, null, default, "");
        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
        Assert.Throws<InvalidOperationException>(() => call.GetTrailers());
        release.SetResult();
        await call;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65530)]
    [InlineData(65531)]
    [InlineData(3_000_000)]
    public async Task AMessageOfAnySizeComesBackWhole(int size)
    {
        await using var server = await StartAsync(async http => await AnswerAsync(http, Frame((await ReadAsync(http))!)));
        var text = new string('x', size);
        Assert.Equal(text, await server.Invoker.AsyncUnaryCall(Unary, null, default, text));
    }

    [Fact]
    public async Task ManyCallsAtOnceKeepTheirAnswersApart()
    {
        await using var server = await StartAsync(async http => await AnswerAsync(http, Frame((await ReadAsync(http))!)));
        var calls = Enumerable.Range(0, 500)
            .Select(async i => Assert.Equal($"{i}", await server.Invoker.AsyncUnaryCall(Unary, null, default, $"{i}")));
        await Task.WhenAll(calls);
    }

    private sealed class Failing(string message) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(new InvalidOperationException(message));
    }
}
