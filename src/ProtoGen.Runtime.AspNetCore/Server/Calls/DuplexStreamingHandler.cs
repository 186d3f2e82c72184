using ProtoGen.Grpc.AspNetCore.Server.Interception;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>Answers calls with streams both ways.</summary>
internal sealed class DuplexStreamingHandler<TService, TRequest, TResponse> : MethodHandler
    where TService : class
    where TRequest : class
    where TResponse : class
{
    private readonly Func<DeserializationContext, TRequest> _deserializer;
    private readonly Action<TResponse, SerializationContext> _serializer;
    private readonly DuplexStreamingServerMethod<TService, TRequest, TResponse> _handler;
    private readonly DuplexStreamingServerMethod<TRequest, TResponse>? _intercepted;

    public DuplexStreamingHandler(
        Method<TRequest, TResponse> method,
        DuplexStreamingServerMethod<TService, TRequest, TResponse> handler,
        HandlerServices services)
        : base(method, services)
    {
        _deserializer = method.RequestMarshaller.ContextualDeserializer;
        _serializer = method.ResponseMarshaller.ContextualSerializer;
        _handler = handler;
        _intercepted = InterceptorChain.Build<DuplexStreamingServerMethod<TRequest, TResponse>>(
            services.Interceptors,
            (requests, responses, context) =>
                handler((TService)ServerCall.From(context).GetService(), requests, responses, context),
            static (interceptor, next) => async (requests, responses, context) =>
            {
                await using var lease = interceptor.Get(context);
                await lease.Interceptor.DuplexStreamingServerHandler(requests, responses, context, next);
            });
    }

    protected override bool HasStreams => true;

    protected override bool HasRequestStream => true;

    protected override async ValueTask HandleAsync(ServerCall call)
    {
        var requests = new RequestStream<TRequest>(call, _deserializer);
        var responses = new ResponseStream<TResponse>(call, _serializer);
        try
        {
            await (_intercepted is null
                ? _handler((TService)call.GetService(), requests, responses, call.Context)
                : _intercepted(requests, responses, call.Context));
        }
        finally
        {
            requests.Close();
        }
    }
}
