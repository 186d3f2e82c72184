using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using ProtoGen.Grpc;
using static ProtoGen.Runtime.Tests.Grpc.Client.RawServer;

namespace ProtoGen.Runtime.Tests.Grpc.Client;

public sealed class TlsTests : IAsyncLifetime
{
    private readonly X509Certificate2 _authority = Create("CN=authority", null);
    private WebApplication? _server;
    private X509Certificate2? _seen;

    private string Address => _server!.Urls.First();

    private string Roots => _authority.ExportCertificatePem();

    [Fact]
    public async Task ACertificateOfAnUnknownAuthorityIsRefused()
    {
        await StartAsync();
        var exception = await Assert.ThrowsAsync<RpcException>(() => CallAsync(new SslCredentials()));
        Assert.Equal(StatusCode.Unavailable, exception.StatusCode);
    }

    [Fact]
    public async Task RootsOfOnesOwnAreTrusted()
    {
        await StartAsync();
        Assert.Equal("secret", await CallAsync(new SslCredentials(Roots)));
    }

    [Fact]
    public async Task TheClientShowsItsCertificate()
    {
        await StartAsync(ClientCertificateMode.RequireCertificate);
        using var client = Create("CN=client", _authority);
        var pair = new KeyCertificatePair(client.ExportCertificatePem(), client.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        Assert.Equal("secret", await CallAsync(new SslCredentials(Roots, pair)));
        Assert.Equal(client.Thumbprint, _seen?.Thumbprint);
        await Assert.ThrowsAsync<RpcException>(() => CallAsync(new SslCredentials(Roots)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheCallbackHasTheLastWord(bool verdict)
    {
        await StartAsync();
        VerifyPeerContext? seen = null;
        var credentials = new SslCredentials(Roots, null, context =>
        {
            seen = context;
            return verdict;
        });
        if (verdict)
            Assert.Equal("secret", await CallAsync(credentials));
        else
            await Assert.ThrowsAsync<RpcException>(() => CallAsync(credentials));
        Assert.Equal("localhost", seen!.TargetName);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", seen.PeerPem);
    }

    [Fact]
    public async Task CallCredentialsAreSentOnASecureChannel()
    {
        await StartAsync();
        string? url = null;
        var credentials = CallCredentials.FromInterceptor((context, _) =>
        {
            url = context.ServiceUrl;
            return Task.CompletedTask;
        });
        Assert.Equal("secret", await CallAsync(ChannelCredentials.Create(new SslCredentials(Roots), credentials)));
        Assert.Equal($"{Address.Replace("127.0.0.1", "localhost")}/test.Raw", url);
    }

    [Fact]
    public void CertificatesNeedAHandlerOfTheChannelsOwn()
    {
        using var handler = new SocketsHttpHandler();
        var options = new GrpcChannelOptions { HttpHandler = handler, Credentials = new SslCredentials(Roots) };
        Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress("https://localhost", options));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _authority.Dispose();
        _seen?.Dispose();
    }

    private async Task StartAsync(ClientCertificateMode mode = ClientCertificateMode.NoCertificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.UseHttps(https =>
            {
                https.ServerCertificate = Create("CN=localhost", _authority);
                https.ClientCertificateMode = mode;
                https.AllowAnyClientCertificate();
            });
        }));
        _server = builder.Build();
        _server.Run(async http =>
        {
            _seen = await http.Connection.GetClientCertificateAsync();
            await AnswerAsync(http, Frame("secret"));
        });
        await _server.StartAsync();
    }

    private async Task<string> CallAsync(ChannelCredentials credentials)
    {
        var address = Address.Replace("127.0.0.1", "localhost");
        using var channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { Credentials = credentials });
        return await channel.CreateCallInvoker().AsyncUnaryCall(Unary, null, default, "");
    }

    private static X509Certificate2 Create(string name, X509Certificate2? issuer)
    {
        var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(issuer is null, false, 0, true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        if (issuer is null)
            return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var issued = request.Create(issuer, issuer.NotBefore, issuer.NotAfter, RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }
}
