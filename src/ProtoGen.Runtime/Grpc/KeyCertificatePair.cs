namespace ProtoGen.Grpc;

/// <summary>A certificate and its private key, in PEM.</summary>
public sealed class KeyCertificatePair
{
    /// <summary>Makes a pair.</summary>
    /// <param name="certificateChain">The certificate, followed by those that lead to its root.</param>
    /// <param name="privateKey">The key of the first certificate.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public KeyCertificatePair(string certificateChain, string privateKey)
    {
        ArgumentNullException.ThrowIfNull(certificateChain);
        ArgumentNullException.ThrowIfNull(privateKey);
        CertificateChain = certificateChain;
        PrivateKey = privateKey;
    }

    /// <summary>The certificate, followed by those that lead to its root, in PEM.</summary>
    public string CertificateChain { get; }

    /// <summary>The key, in PEM.</summary>
    public string PrivateKey { get; }
}
