using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProtoGen.Grpc;

namespace ProtoGen.Runtime.Tests.Server;

public class TlsTests
{
    [Fact]
    public async Task AClientsCertificateIsTheCallsAuthContext()
    {
        using var certificate = CreateCertificate("client.example");
        var seen = new TaskCompletionSource<AuthContext>();
        await using var application = Build(certificate, (request, context) =>
        {
            seen.SetResult(context.AuthContext);
            return Task.FromResult(request);
        });
        await application.StartAsync();
        using var http = CreateClient(application, certificate);
        using var request = WireCall.Request(TestMethods.Unary, new ByteArrayContent(WireCall.Frame("x")));

        using var response = await http.SendAsync(request);

        Assert.Equal(StatusCode.OK, (await WireAnswer.ReadAsync(response)).Status);
        var authentication = await seen.Task;
        Assert.True(authentication.IsPeerAuthenticated);
        Assert.Equal("x509_subject_alternative_name", authentication.PeerIdentityPropertyName);
        Assert.Equal(["client.example"], authentication.PeerIdentity.Select(property => property.Value));
        Assert.Equal("client.example", authentication.FindPropertiesByName("x509_common_name").Single().Value);
    }

    [Fact]
    public async Task WithoutACertificateThePeerIsNotAuthenticated()
    {
        await using var server = await TestServer.StartUnaryAsync(
            (_, context) => Task.FromResult($"{context.AuthContext.IsPeerAuthenticated} {context.Peer.StartsWith("ipv4:127.0.0.1:")} {context.Host == "127.0.0.1:" + context.GetHttpContext().Connection.LocalPort}"));

        Assert.Equal(["False True True"], (await server.CallAsync(TestMethods.Unary, "x")).Texts);
    }

    private static WebApplication Build(X509Certificate2 certificate, UnaryServerMethod<string, string> handler)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.UseHttps(https =>
            {
                https.ServerCertificate = certificate;
                https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                https.ClientCertificateValidation = (client, _, _) => client.Thumbprint == certificate.Thumbprint;
            });
        }));
        builder.Services.AddGrpc();
        var application = builder.Build();
        application.MapGrpcService(ServerServiceDefinition.CreateBuilder().AddMethod(TestMethods.Unary, handler).Build());
        return application;
    }

    private static HttpClient CreateClient(WebApplication application, X509Certificate2 certificate)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.ClientCertificates = [certificate];
        handler.SslOptions.RemoteCertificateValidationCallback = (_, server, _, _) => server?.GetCertHashString() == certificate.GetCertHashString();
        return new HttpClient(handler) { BaseAddress = new Uri(application.Urls.Single()) };
    }

    private static X509Certificate2 CreateCertificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
