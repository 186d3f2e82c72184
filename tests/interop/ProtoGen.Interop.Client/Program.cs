using ProtoGen.Grpc;
using ProtoGen.Interop.Client;

// usage: ProtoGen.Interop.Client ADDRESS CASE [CA.pem [CERTIFICATE.pem KEY.pem]]
// Runs one of gRPC's interop test cases against a server. Exit code 0 if the server answers as it should.
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
        Credentials = Credentials(args[2..]),
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

static ChannelCredentials? Credentials(string[] files) => files switch
{
    [] => null,
    [var authority] => new SslCredentials(File.ReadAllText(authority)),
    [var authority, var certificate, var key] => new SslCredentials(
        File.ReadAllText(authority), new KeyCertificatePair(File.ReadAllText(certificate), File.ReadAllText(key))),
    _ => throw new InteropException("One file is the CA; three are the CA, a certificate and its key."),
};
