using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

/// <summary>
/// A certificate for localhost that the server creates when it starts. The client finds its public part beside the program.
/// </summary>
internal static class DevelopmentCertificate
{
    /// <summary>Creates a certificate with its key.</summary>
    public static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        // An hour back, so that a client whose clock is slightly slow accepts it.
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>Lets clients on this machine trust the server on a port.</summary>
    public static void Publish(X509Certificate2 certificate, int port) =>
        File.WriteAllText(PathFor(port), certificate.ExportCertificatePem());

    /// <summary>Returns a policy that trusts the certificate of the server on a port, and no other.</summary>
    public static X509ChainPolicy PolicyThatTrusts(int port)
    {
        var path = PathFor(port);
        if (!File.Exists(path))
            throw new UserException($"There is no certificate at {path}. Start a server first, with: server --port {port} --tls");
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(path);
        return policy;
    }

    private static string PathFor(int port) => Path.Combine(AppContext.BaseDirectory, $"MyService-{port}.pem");
}
