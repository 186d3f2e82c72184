using Grpc.Core;
using Grpc.Core.Interceptors;

namespace ProtoGen.Services.Tests;

/// <summary>Sends the number of the call in the header x-count.</summary>
internal sealed class CountingInterceptor : Interceptor
{
    private int _count;

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var headers = new Metadata { { "x-count", $"{Interlocked.Increment(ref _count)}" } };
        return continuation(
            request, new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, context.Options.WithHeaders(headers)));
    }
}

/// <summary>The facts about the last call that the server received.</summary>
internal sealed class SeenMetadata
{
    public Metadata Values { get; set; } = [];

    public string Method { get; set; } = "";
}

/// <summary>Records the calls that the server receives.</summary>
internal sealed class MetadataInterceptor(SeenMetadata seen) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        (seen.Values, seen.Method) = (context.RequestHeaders, context.Method);
        return continuation(request, context);
    }
}
