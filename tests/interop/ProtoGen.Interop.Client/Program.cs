using Grpc.Core;
using Grpc.Net.Client;
using ProtoGen.Interop.Client;

// usage: ProtoGen.Interop.Client ADDRESS CASE [CA.pem [CERTIFICATE.pem KEY.pem]]
// Runs one of gRPC's interop test cases against a server. The exit code is 0 if the server answers as the case expects.
if (args.Length < 2 || !InteropCases.All.TryGetValue(args[1], out var run))
{
    Console.Error.WriteLine(
        $"usage: ProtoGen.Interop.Client ADDRESS CASE [CA.pem [CERTIFICATE.pem KEY.pem]]\ncases: {string.Join(' ', InteropCases.All.Keys)}");
    return 1;
}
try
{
    using var channel = GrpcChannel.ForAddress(args[0], new GrpcChannelOptions
    {
        HttpHandler = TlsHandler.Create(args[2..]),
        DisposeHttpClient = true,
        MaxReceiveMessageSize = null,
    });
    await run(channel).WaitAsync(TimeSpan.FromSeconds(100));
    return 0;
}
catch (Exception exception) when (exception is InteropException or RpcException or TimeoutException)
{
    Console.Error.WriteLine($"{args[1]}: {exception.Message}");
    return 1;
}
