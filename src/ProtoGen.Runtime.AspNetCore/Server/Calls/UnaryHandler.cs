using System.Runtime.CompilerServices;
using ProtoGen.Grpc.AspNetCore.Server.Interception;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>Answers calls with one request and one response.</summary>
internal sealed class UnaryHandler<TService, TRequest, TResponse> : MethodHandler
    where TService : class
    where TRequest : class
    where TResponse : class
{
    private readonly Func<DeserializationContext, TRequest> _deserializer;
    private readonly Action<TResponse, SerializationContext> _serializer;
    private readonly UnaryServerMethod<TService, TRequest, TResponse> _handler;
    private readonly UnaryServerMethod<TRequest, TResponse>? _intercepted;

    public UnaryHandler(
        Method<TRequest, TResponse> method, UnaryServerMethod<TService, TRequest, TResponse> handler, HandlerServices services)
        : base(method, services)
    {
        _deserializer = method.RequestMarshaller.ContextualDeserializer;
        _serializer = method.ResponseMarshaller.ContextualSerializer;
        _handler = handler;
        _intercepted = InterceptorChain.Build<UnaryServerMethod<TRequest, TResponse>>(
            services.Interceptors,
            (request, context) => handler((TService)ServerCall.From(context).GetService(), request, context),
            static (interceptor, next) => async (request, context) =>
            {
                await using var lease = interceptor.Get(context);
                return await lease.Interceptor.UnaryServerHandler(request, context, next);
            });
    }

    protected override bool HasStreams => false;

    protected override bool HasRequestStream => false;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    protected override async ValueTask HandleAsync(ServerCall call)
    {
        var request = await call.Reader.ReadSingleAsync(_deserializer);
        var response = await (_intercepted is null
            ? _handler((TService)call.GetService(), request, call.Context)
            : _intercepted(request, call.Context));
        call.WriteSingle(response ?? throw Cardinality.NoResponse, _serializer);
    }
}
