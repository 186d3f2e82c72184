using ProtoGen.Grpc.AspNetCore.Server.Interception;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>Answers calls with a stream of requests and one response.</summary>
internal sealed class ClientStreamingHandler<TService, TRequest, TResponse> : MethodHandler
    where TService : class
    where TRequest : class
    where TResponse : class
{
    private readonly Func<DeserializationContext, TRequest> _deserializer;
    private readonly Action<TResponse, SerializationContext> _serializer;
    private readonly ClientStreamingServerMethod<TService, TRequest, TResponse> _handler;
    private readonly ClientStreamingServerMethod<TRequest, TResponse>? _intercepted;

    public ClientStreamingHandler(
        Method<TRequest, TResponse> method,
        ClientStreamingServerMethod<TService, TRequest, TResponse> handler,
        HandlerServices services)
        : base(method, services)
    {
        _deserializer = method.RequestMarshaller.ContextualDeserializer;
        _serializer = method.ResponseMarshaller.ContextualSerializer;
        _handler = handler;
        _intercepted = InterceptorChain.Build<ClientStreamingServerMethod<TRequest, TResponse>>(
            services.Interceptors,
            (requests, context) => handler((TService)ServerCall.From(context).GetService(), requests, context),
            static (interceptor, next) => async (requests, context) =>
            {
                await using var lease = interceptor.Get(context);
                return await lease.Interceptor.ClientStreamingServerHandler(requests, context, next);
            });
    }

    protected override bool HasStreams => true;

    protected override bool HasRequestStream => true;

    protected override async ValueTask HandleAsync(ServerCall call)
    {
        var requests = new RequestStream<TRequest>(call, _deserializer);
        try
        {
            var response = await (_intercepted is null
                ? _handler((TService)call.GetService(), requests, call.Context)
                : _intercepted(requests, call.Context));
            call.WriteSingle(response ?? throw Cardinality.NoResponse, _serializer);
        }
        finally
        {
            requests.Close();
        }
    }
}
