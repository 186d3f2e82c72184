using Demo;
using Grpc.Core;
using Grpc.Net.Client;

/// <summary>Calls the service.</summary>
internal static class Client
{
    public static async Task CallAsync(string name, Uri address, bool usesTls)
    {
        // A server whose certificate the system trusts needs no handler: GrpcChannel.ForAddress(address) is enough.
        using var handler = new SocketsHttpHandler();
        if (usesTls) handler.SslOptions.CertificateChainPolicy = DevelopmentCertificate.PolicyThatTrusts(address.Port);

        using var channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = handler });
        var client = new MyService.MyServiceClient(channel);
        try
        {
            var response = await client.PredictAsync(new PredictRequest { Prompt = name }, deadline: DateTime.UtcNow.AddSeconds(30));
            Console.WriteLine($"Server response: {response.Result}");
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            throw new UserException(
                $"No server answers at {address.OriginalString}. Start one with: server --port {address.Port}{(usesTls ? " --tls" : "")}");
        }
        catch (RpcException e)
        {
            throw new UserException($"The call to {address.OriginalString} failed: {e.StatusCode}: {e.Status.Detail}");
        }
    }
}
