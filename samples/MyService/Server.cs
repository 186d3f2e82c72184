using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

/// <summary>Hosts the service on loopback, over HTTP/2.</summary>
internal static class Server
{
    public static async Task<WebApplication> StartAsync(int port, bool usesTls)
    {
        var certificate = usesTls ? DevelopmentCertificate.Create() : null;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port, listen =>
        {
            // Without TLS, client and server cannot negotiate the version of HTTP, and gRPC needs HTTP/2.
            listen.Protocols = HttpProtocols.Http2;
            if (certificate is not null) listen.UseHttps(certificate);
        }));
        builder.Services.AddGrpc();
        builder.Services.AddGrpcReflection();

        var app = builder.Build();
        app.MapGrpcService<MyServiceImpl>();
        // Tools such as grpcurl and buf curl learn the service from the server.
        app.MapGrpcReflectionService();
        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            throw new UserException($"Port {port} is in use. Choose another with: server --port N");
        }

        if (certificate is not null) DevelopmentCertificate.Publish(certificate, port);
        return app;
    }
}
