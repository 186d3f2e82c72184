namespace ProtoGen.Sample.Tests;

/// <summary>Tests the sample with other implementations of gRPC, over loopback.</summary>
public sealed class OtherLanguagesTests
{
    [OracleFact(Oracle.Python)]
    public async Task PythonClientGetsResponse() => await AssertAnswered(Oracles.Python, "client.py", Sample.Protos);

    [OracleFact(Oracle.Node)]
    public async Task NodeClientGetsResponse() => await AssertAnswered("node", "client.js", Sample.Protos);

    [OracleFact(Oracle.Buf)]
    public async Task BufCurlGetsResponse()
    {
        await using var server = StartServer(out var port);
        var buf = await RunningProcess.Run(
            Oracles.Buf, "curl", "--schema", Sample.Protos, "--protocol", "grpc", "--http2-prior-knowledge",
            "--data", """{"prompt": "buf"}""", $"http://localhost:{port}/demo.MyService/Predict");
        Assert.True(buf.ExitCode == 0, buf.ToString());
        Assert.Contains("Hello, buf!", string.Concat(buf.Output));
    }

    [OracleFact(Oracle.Buf)]
    public async Task BufCurlNeedsNoSchema()
    {
        await using var server = StartServer(out var port);
        var buf = await RunningProcess.Run(
            Oracles.Buf, "curl", "--protocol", "grpc", "--http2-prior-knowledge", "--data", """{"prompt": "buf"}""",
            $"http://localhost:{port}/demo.MyService/Predict");
        Assert.True(buf.ExitCode == 0, buf.ToString());
        Assert.Contains("Hello, buf!", string.Concat(buf.Output));
    }

    [OracleFact(Oracle.Python)]
    public async Task SampleClientCallsPythonServer()
    {
        await using var server = RunningProcess.Start(Oracles.Python, "server.py", Sample.Protos);
        var port = server.WaitForLine("port ").Split(' ')[^1];
        var client = await RunningProcess.Run("dotnet", Sample.Program, "client", "snake", "--address", $"http://localhost:{port}");
        Assert.True(client.ExitCode == 0, client.ToString());
        Assert.Contains("Server response: Hello from Python, snake!", client.Output);
    }

    private static RunningProcess StartServer(out int port)
    {
        port = FreePort.Next();
        var server = RunningProcess.StartSample("server", "--port", $"{port}");
        server.WaitForLine($":{port}");
        return server;
    }

    private static async Task AssertAnswered(string program, string script, string protos)
    {
        await using var server = StartServer(out var port);
        var client = await RunningProcess.Run(program, script, protos, $"localhost:{port}", "peer");
        Assert.True(client.ExitCode == 0, client.ToString());
        Assert.Contains("Hello, peer!", client.Output);
    }
}
