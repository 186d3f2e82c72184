using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Grpc.Contracts;

public class ServiceDefinitionTests
{
    private static readonly Method<string, string> Unary = Create(MethodType.Unary, "U");
    private static readonly Method<string, string> Duplex = Create(MethodType.DuplexStreaming, "D");

    [Fact]
    public void ABinderGetsTheMethodsInOrder()
    {
        var definition = ServerServiceDefinition.CreateBuilder()
            .AddMethod(Unary, (UnaryServerMethod<string, string>)((request, _) => Task.FromResult(request)))
            .AddMethod(Duplex, (DuplexStreamingServerMethod<string, string>)((_, _, _) => Task.CompletedTask))
            .Build();
        var binder = new Recorder();
        definition.BindService(binder);
        Assert.Equal(["/test.S/U", "/test.S/D"], binder.Names);
    }

    [Fact]
    public void AMethodIsAddedOnce()
    {
        UnaryServerMethod<string, string> handler = (request, _) => Task.FromResult(request);
        var builder = ServerServiceDefinition.CreateBuilder().AddMethod(Unary, handler);
        Assert.Throws<ArgumentException>(() => builder.AddMethod(Unary, handler));
    }

    [Fact]
    public void ABinderThatKnowsNothingSaysSo() => Assert.Throws<NotImplementedException>(
        () => new ServiceBinderBase().AddMethod(Unary, (UnaryServerMethod<string, string>?)null));

    private static Method<string, string> Create(MethodType type, string name) =>
        new(type, "test.S", name, Marshallers.StringMarshaller, Marshallers.StringMarshaller);

    private sealed class Recorder : ServiceBinderBase
    {
        public List<string> Names { get; } = [];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) => Names.Add(method.FullName);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) => Names.Add(method.FullName);
    }
}
