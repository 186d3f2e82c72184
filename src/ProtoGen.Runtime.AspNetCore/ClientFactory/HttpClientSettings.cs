using Microsoft.Extensions.Http;

namespace ProtoGen.Grpc.ClientFactory;

/// <summary>
/// Takes over what <c>ConfigureHttpClient</c> sets and a gRPC client can use: base address and default headers.
/// </summary>
internal static class HttpClientSettings
{
    public static void Apply(HttpClientFactoryOptions httpOptions, GrpcClientFactoryOptions options)
    {
        if (httpOptions.HttpClientActions.Count == 0)
            return;
        using var client = new HttpClient(new SocketsHttpHandler());
        foreach (var action in httpOptions.HttpClientActions)
            action(client);
        options.Address ??= client.BaseAddress;
        var headers = client.DefaultRequestHeaders
            .SelectMany(header => header.Value.Select(value => new Metadata.Entry(header.Key, value)))
            .ToList();
        if (headers.Count > 0)
            options.CallOptionsActions.Add(context => AddMissing(context, headers));
    }

    private static void AddMissing(CallOptionsContext context, List<Metadata.Entry> headers)
    {
        // The caller may use its own for other calls too.
        var metadata = new Metadata();
        foreach (var entry in context.CallOptions.Headers ?? Metadata.Empty)
            metadata.Add(entry);
        foreach (var entry in headers)
        {
            if (context.CallOptions.Headers?.Get(entry.Key) is null)
                metadata.Add(entry);
        }
        context.CallOptions = context.CallOptions.WithHeaders(metadata);
    }
}
