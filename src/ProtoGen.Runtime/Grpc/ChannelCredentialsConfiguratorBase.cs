namespace ProtoGen.Grpc;

/// <summary>Learns how a channel is secured. For gRPC implementations.</summary>
public abstract class ChannelCredentialsConfiguratorBase
{
    /// <summary>It is not.</summary>
    /// <param name="state">The configurator's own.</param>
    public abstract void SetInsecureCredentials(object state);

    /// <summary>By TLS.</summary>
    /// <param name="state">The configurator's own.</param>
    /// <param name="rootCertificates">Trusted roots in PEM; null for the machine's.</param>
    /// <param name="keyCertificatePair">The client's certificate; null for none.</param>
    /// <param name="verifyPeerCallback">Has the last word on the server's certificate; null for none.</param>
    public abstract void SetSslCredentials(
        object state,
        string? rootCertificates,
        KeyCertificatePair? keyCertificatePair,
        VerifyPeerCallback? verifyPeerCallback);

    /// <summary>By other credentials, with call credentials beside.</summary>
    /// <param name="state">The configurator's own.</param>
    /// <param name="channelCredentials">How the channel is secured.</param>
    /// <param name="callCredentials">What every call says about its caller.</param>
    public abstract void SetCompositeCredentials(
        object state, ChannelCredentials channelCredentials, CallCredentials callCredentials);
}
