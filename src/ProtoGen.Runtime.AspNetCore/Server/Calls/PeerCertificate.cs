using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ProtoGen.Grpc.AspNetCore.Server.Calls;

/// <summary>The client's certificate as gRPC's authentication properties, under the names that the C core gives them.</summary>
internal static class PeerCertificate
{
    private const string SubjectAlternativeName = "x509_subject_alternative_name";
    private const string CommonName = "x509_common_name";

    private static readonly AuthContext _unauthenticated = new(null, []);

    public static AuthContext GetAuthContext(ConnectionInfo connection) =>
        connection.ClientCertificate is { } certificate ? Read(certificate) : _unauthenticated;

    private static AuthContext Read(X509Certificate2 certificate)
    {
        var properties = new Dictionary<string, List<AuthProperty>>(StringComparer.Ordinal);
        foreach (var extension in certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>())
        {
            foreach (var name in extension.EnumerateDnsNames())
                Add(SubjectAlternativeName, name);
            foreach (var address in extension.EnumerateIPAddresses())
                Add(SubjectAlternativeName, address.ToString());
        }
        if (certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) is { Length: > 0 } commonName)
            Add(CommonName, commonName);
        var identity = properties.ContainsKey(SubjectAlternativeName) ? SubjectAlternativeName : CommonName;
        return new AuthContext(properties.ContainsKey(identity) ? identity : null, properties);

        void Add(string name, string value)
        {
            if (!properties.TryGetValue(name, out var values))
                properties.Add(name, values = []);
            values.Add(AuthProperty.Create(name, Encoding.UTF8.GetBytes(value)));
        }
    }
}
