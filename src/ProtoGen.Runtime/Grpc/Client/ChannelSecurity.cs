using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ProtoGen.Grpc.Client;

/// <summary>What a channel learns from its credentials.</summary>
internal sealed class ChannelSecurity : ChannelCredentialsConfiguratorBase
{
    private string? _rootCertificates;
    private KeyCertificatePair? _clientCertificate;
    private VerifyPeerCallback? _verifyPeer;

    private readonly bool _allowsInsecureCallCredentials;

    private ChannelSecurity(bool isSecure, bool allowsInsecureCallCredentials)
    {
        IsSecure = isSecure;
        _allowsInsecureCallCredentials = allowsInsecureCallCredentials;
    }

    public bool IsSecure { get; private set; }

    /// <summary>The credentials of every call; null for none.</summary>
    public CallCredentials? CallCredentials { get; private set; }

    /// <summary>Whether TLS needs settings that only a handler of the channel's own takes.</summary>
    public bool HasTlsSettings => _rootCertificates is not null || _clientCertificate is not null || _verifyPeer is not null;

    /// <exception cref="InvalidOperationException">The credentials don't fit the address, or each other.</exception>
    public static ChannelSecurity Create(Uri address, GrpcChannelOptions options)
    {
        var isHttps = address.Scheme == Uri.UriSchemeHttps;
        var security = new ChannelSecurity(isHttps, options.UnsafeUseInsecureChannelCallCredentials);
        options.Credentials?.InternalPopulateConfiguration(security, security);
        if (security.IsSecure == isHttps)
            return security;
        throw new InvalidOperationException(
            $"Channel is configured with {(isHttps ? "insecure" : "secure")} channel credentials and can't use a HttpClient "
            + $"with a '{address.Scheme}' scheme.");
    }

    /// <summary>The TLS settings of a handler.</summary>
    public SslClientAuthenticationOptions CreateTlsOptions()
    {
        var options = new SslClientAuthenticationOptions();
        if (_clientCertificate is not null)
            options.ClientCertificates = [Load(_clientCertificate)];
        if (_rootCertificates is not null)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.ImportFromPem(_rootCertificates);
            options.CertificateChainPolicy = policy;
        }
        if (_verifyPeer is { } verify)
        {
            options.RemoteCertificateValidationCallback = (stream, certificate, _, errors) =>
                errors == SslPolicyErrors.None
                && certificate is X509Certificate2 peer
                && verify(new VerifyPeerContext(((SslStream)stream).TargetHostName, peer.ExportCertificatePem()));
        }
        return options;
    }

    public override void SetInsecureCredentials(object state) => IsSecure = false;

    public override void SetSslCredentials(
        object state,
        string? rootCertificates,
        KeyCertificatePair? keyCertificatePair,
        VerifyPeerCallback? verifyPeerCallback)
    {
        IsSecure = true;
        _rootCertificates = rootCertificates;
        _clientCertificate = keyCertificatePair;
        _verifyPeer = verifyPeerCallback;
    }

    public override void SetCompositeCredentials(
        object state, ChannelCredentials channelCredentials, CallCredentials callCredentials)
    {
        channelCredentials.InternalPopulateConfiguration(this, state);
        if (!IsSecure && !_allowsInsecureCallCredentials)
        {
            throw new InvalidOperationException(
                $"CallCredentials can't be composed with {channelCredentials.GetType().Name}. CallCredentials must be used with secure "
                + "channel credentials like SslCredentials or by enabling "
                + "GrpcChannelOptions.UnsafeUseInsecureChannelCallCredentials on the channel.");
        }
        CallCredentials = CallCredentials is null ? callCredentials : CallCredentials.Compose(CallCredentials, callCredentials);
    }

    private static X509Certificate2 Load(KeyCertificatePair pair)
    {
        using var ephemeral = X509Certificate2.CreateFromPem(pair.CertificateChain, pair.PrivateKey);

        // Windows' TLS can't use a key that lives in memory only.
#if NET9_0_OR_GREATER
        return X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pkcs12), null);
#else
        return new X509Certificate2(ephemeral.Export(X509ContentType.Pkcs12));
#endif
    }
}
