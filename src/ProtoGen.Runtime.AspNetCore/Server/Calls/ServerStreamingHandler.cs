using ProtoGen.Grpc.AspNetCore.Server.Interception;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>Answers calls with one request and a stream of responses.</summary>
internal sealed class ServerStreamingHandler<TService, TRequest, TResponse> : MethodHandler
    where TService : class
    where TRequest : class
    where TResponse : class
{
    private readonly Func<DeserializationContext, TRequest> _deserializer;
    private readonly Action<TResponse, SerializationContext> _serializer;
    private readonly ServerStreamingServerMethod<TService, TRequest, TResponse> _handler;
    private readonly ServerStreamingServerMethod<TRequest, TResponse>? _intercepted;

    public ServerStreamingHandler(
        Method<TRequest, TResponse> method,
        ServerStreamingServerMethod<TService, TRequest, TResponse> handler,
        HandlerServices services)
        : base(method, services)
    {
        _deserializer = method.RequestMarshaller.ContextualDeserializer;
        _serializer = method.ResponseMarshaller.ContextualSerializer;
        _handler = handler;
        _intercepted = InterceptorChain.Build<ServerStreamingServerMethod<TRequest, TResponse>>(
            services.Interceptors,
            (request, responses, context) =>
                handler((TService)ServerCall.From(context).GetService(), request, responses, context),
            static (interceptor, next) => async (request, responses, context) =>
            {
                await using var lease = interceptor.Get(context);
                await lease.Interceptor.ServerStreamingServerHandler(request, responses, context, next);
            });
    }

    protected override bool HasStreams => true;

    protected override bool HasRequestStream => false;

    protected override async ValueTask HandleAsync(ServerCall call)
    {
        var request = await call.Reader.ReadSingleAsync(_deserializer);
        var responses = new ResponseStream<TResponse>(call, _serializer);
        await (_intercepted is null
            ? _handler((TService)call.GetService(), request, responses, call.Context)
            : _intercepted(request, responses, call.Context));
    }
}
