using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ProtoGen.Interop.Client;

/// <summary>Creates the HTTP handler for a server certificate of a private CA, and for a client certificate.</summary>
/// <remarks>grpc-dotnet accepts no certificates in SslCredentials. It uses those of the handler.</remarks>
internal static class TlsHandler
{
    public static SocketsHttpHandler Create(string[] files)
    {
        var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true };
        if (files is [var authority, .. var own])
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.ImportFromPemFile(authority);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
            if (own is [var certificate, var key])
                handler.SslOptions.ClientCertificates = [X509Certificate2.CreateFromPemFile(certificate, key)];
        }

        return handler;
    }
}
