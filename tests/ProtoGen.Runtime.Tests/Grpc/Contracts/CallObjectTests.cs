using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Grpc.Contracts;

/// <summary>The call objects as interceptors and mocks make them.</summary>
public class CallObjectTests
{
    private static readonly Metadata Headers = new() { { "a", "1" } };
    private static readonly Metadata Trailers = new() { { "b", "2" } };
    private static readonly Status Done = new(StatusCode.OK, "done");

    [Fact]
    public async Task AUnaryCallIsAwaitedForItsResponse()
    {
        var disposed = false;
        using (var call = new AsyncUnaryCall<string>(
            Task.FromResult("response"), Task.FromResult(Headers), () => Done, () => Trailers, () => disposed = true))
        {
            Assert.Equal("response", await call);
            Assert.Equal("response", await call.ConfigureAwait(true));
            Assert.Equal("response", await call.ResponseAsync);
            Assert.Same(Headers, await call.ResponseHeadersAsync);
            Assert.Same(Trailers, call.GetTrailers());
            Assert.Equal(Done, call.GetStatus());
        }
        Assert.True(disposed);
    }

    [Fact]
    public async Task TheDelegatesWithAStateAreGivenIt()
    {
        var states = new List<object>();
        using (var call = new AsyncClientStreamingCall<string, string>(
            null!,
            Task.FromResult("response"),
            state => Note(state, Task.FromResult(Headers)),
            state => Note(state, Done),
            state => Note(state, Trailers),
            states.Add,
            "state"))
        {
            Assert.Equal("response", await call);
            Assert.Same(Headers, await call.ResponseHeadersAsync);
            Assert.Same(Trailers, call.GetTrailers());
            Assert.Equal(Done, call.GetStatus());
        }
        Assert.Equal(["state", "state", "state", "state"], states);

        T Note<T>(object state, T value)
        {
            states.Add(state);
            return value;
        }
    }

    [Fact]
    public void AnExceptionCarriesStatusAndTrailers()
    {
        var cause = new IOException("disk");
        var exception = new RpcException(new Status(StatusCode.DataLoss, "gone", cause), Trailers);
        Assert.Equal(StatusCode.DataLoss, exception.StatusCode);
        Assert.Same(Trailers, exception.Trailers);
        Assert.Same(cause, exception.InnerException);
        Assert.Equal(
            "Status(StatusCode=\"DataLoss\", Detail=\"gone\", DebugException=\"System.IO.IOException: disk\")", exception.Message);
        Assert.Empty(new RpcException(Done).Trailers);
        Assert.Equal("mine", new RpcException(Done, "mine").Message);
    }

    [Fact]
    public void OptionsAreChangedInCopies()
    {
        var options = new CallOptions(Headers);
        var deadline = DateTime.UtcNow;
        var changed = options.WithDeadline(deadline).WithWaitForReady().WithWriteOptions(WriteOptions.Default);
        Assert.Null(options.Deadline);
        Assert.False(options.IsWaitForReady);
        Assert.Same(Headers, changed.Headers);
        Assert.Equal(deadline, changed.Deadline);
        Assert.True(changed.IsWaitForReady);
        Assert.Same(WriteOptions.Default, changed.WriteOptions);
        Assert.False(changed.WithWaitForReady(false).IsWaitForReady);
    }

    [Fact]
    public void MarshallersOverArraysWorkOverContextsToo()
    {
        var marshaller = Marshallers.StringMarshaller;
        Assert.Equal("a"u8.ToArray(), marshaller.Serializer("a"));
        Assert.Equal("a", marshaller.Deserializer("a"u8.ToArray()));
        var contextual = Marshallers.Create<string>((_, _) => { }, _ => "x");
        Assert.Throws<NotImplementedException>(() => contextual.Serializer("a"));
        Assert.Throws<NotImplementedException>(() => contextual.Deserializer([]));
    }
}
