using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using ProtoGen.Interop.Server;

// usage: ProtoGen.Interop.Server [--tls CERTIFICATE.pem KEY.pem [--client-ca CA.pem]]
// Prints the port, serves until its input ends.
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(server =>
{
    server.Limits.Http2.MaxStreamsPerConnection = 1000;
    // Kestrel refuses requests over 30 MB, except those of streaming methods.
    server.Limits.MaxRequestBodySize = null;
    server.Listen(IPAddress.Loopback, 0, listen =>
    {
        listen.Protocols = HttpProtocols.Http2;
        if (args is ["--tls", var certificate, var key, ..])
            listen.UseHttps(https => Secure(https, X509Certificate2.CreateFromPemFile(certificate, key)));
    });
});
builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = null);
builder.Services.AddGrpcReflection();
builder.Services.AddGrpcHealthChecks().AddCheck("always", () => HealthCheckResult.Healthy());

var application = builder.Build();
application.MapGrpcService<InteropService>();
application.MapGrpcReflectionService();
application.MapGrpcHealthChecksService();
await application.StartAsync();
Console.WriteLine(new Uri(application.Urls.Single()).Port);
await Console.In.ReadToEndAsync();
await application.StopAsync(new CancellationTokenSource(TimeSpan.FromSeconds(2)).Token);

void Secure(HttpsConnectionAdapterOptions https, X509Certificate2 certificate)
{
    https.ServerCertificate = certificate;
    if (args is not [.., "--client-ca", var authority])
        return;
    var trusted = X509CertificateLoader.LoadCertificateFromFile(authority);
    https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
    https.ClientCertificateValidation = (client, _, _) =>
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(trusted);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(client);
    };
}
