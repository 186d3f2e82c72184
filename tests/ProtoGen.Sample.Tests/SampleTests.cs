using System.Net;
using System.Net.Sockets;

namespace ProtoGen.Sample.Tests;

public sealed class SampleTests
{
    [Fact]
    public async Task ServerAndClientTalkOverNetwork()
    {
        var port = FreePort.Next();
        await using var server = RunningProcess.StartSample("server", "--port", $"{port}");
        server.WaitForLine($":{port}");
        var client = await RunningProcess.Run("dotnet", Sample.Program, "client", "Ada", "--address", $"http://localhost:{port}");
        Assert.True(client.ExitCode == 0, client.ToString());
        Assert.Contains("Server response: Hello, Ada!", client.Output);
        server.WaitForLine("Received prompt: Ada");
    }

    [Fact]
    public async Task ServerAndClientTalkOverTls()
    {
        var port = FreePort.Next();
        await using var server = RunningProcess.StartSample("server", "--port", $"{port}", "--tls");
        server.WaitForLine($"https://localhost:{port}");
        var client = await RunningProcess.Run("dotnet", Sample.Program, "client", "Ada", "--tls", "--address", $"https://localhost:{port}");
        Assert.True(client.ExitCode == 0, client.ToString());
        Assert.Contains("Server response: Hello, Ada!", client.Output);
    }

    [Fact]
    public async Task ACertificateThatWasNotPublishedIsRefused()
    {
        var port = FreePort.Next();
        await using var server = RunningProcess.StartSample("server", "--port", $"{port}", "--tls");
        server.WaitForLine($"https://localhost:{port}");
        var client = await RunningProcess.Run("dotnet", Sample.Program, "client", "--address", $"https://localhost:{port}");
        Assert.Equal(1, client.ExitCode);
        Assert.Single(client.Errors);
    }

    [Fact]
    public async Task CtrlCStopsServerCleanly()
    {
        var port = FreePort.Next();
        await using var server = RunningProcess.StartSample("server", "--port", $"{port}");
        server.WaitForLine($":{port}");
        server.Interrupt();
        var end = await server.End();
        Assert.True(end.ExitCode == 0, end.ToString());
        Assert.Empty(end.Errors);
    }

    [Fact]
    public async Task PortInUseIsOneLineError()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await AssertOneClearLine($"{port}", "server", "--port", $"{port}");
    }

    [Fact]
    public async Task MissingServerIsOneLineError()
    {
        var port = FreePort.Next();
        await AssertOneClearLine($"{port}", "client", "--address", $"http://localhost:{port}");
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("server", "--port")]
    [InlineData("server", "--port", "0x")]
    [InlineData("client", "a", "b")]
    [InlineData("client", "--address", "nowhere")]
    [InlineData("client", "--tls", "--address", "http://localhost")]
    [InlineData("server", "--tls", "--nonsense")]
    public async Task UnknownArgumentIsOneLineError(params string[] arguments) =>
        await AssertOneClearLine(arguments[^1], arguments);

    private static async Task AssertOneClearLine(string named, params string[] arguments)
    {
        var end = await RunningProcess.Run("dotnet", [Sample.Program, .. arguments]);
        Assert.True(end.ExitCode == 1, end.ToString());
        var line = Assert.Single(end.Errors);
        Assert.Contains(named, line);
    }
}
