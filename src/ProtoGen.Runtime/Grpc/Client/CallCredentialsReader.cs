using System.Net.Http.Headers;

namespace ProtoGen.Grpc.Client;

/// <summary>Adds what the credentials of a call say to its headers.</summary>
internal sealed class CallCredentialsReader : CallCredentialsConfiguratorBase
{
    private readonly List<AsyncAuthInterceptor> _interceptors = [];

    public static async Task AddAsync(ClientCall call, HttpRequestHeaders headers)
    {
        var channel = call.Channel;
        if (!channel.IsSecure && !channel.UnsafeUseInsecureChannelCallCredentials)
        {
            ClientLog.CredentialsNotSent(channel.Logger, call.Route.Method.FullName);
            return;
        }
        var reader = new CallCredentialsReader();
        call.Options.Credentials?.InternalPopulateConfiguration(reader, null);
        channel.CallCredentials?.InternalPopulateConfiguration(reader, null);
        var context = new AuthInterceptorContext(call.Route.ServiceUrl, call.Route.Method.Name, call.CancellationToken);
        foreach (var interceptor in reader._interceptors)
        {
            var metadata = new Metadata();
            await interceptor(context, metadata).ConfigureAwait(false);
            foreach (var entry in metadata)
                HeaderMetadata.Add(headers, entry);
        }
    }

    public override void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor) =>
        _interceptors.Add(interceptor);

    public override void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials)
    {
        foreach (var part in credentials)
            part.InternalPopulateConfiguration(this, state);
    }
}
