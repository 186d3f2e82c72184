namespace ProtoGen.Sample.Tests;

/// <summary>Tests the sample as a native program, since generated code needs no reflection and no JIT.</summary>
public sealed class NativeAotTests
{
    [OracleFact(Oracle.Gcc)]
    public async Task TheSampleAnswersACallAsNativeCode()
    {
        using var folder = new TemporaryFolder();
        await using var publishing = RunningProcess.Start(
            "dotnet", "publish", Path.Combine(Repository.Root, "samples", "MyService"), "-c", "Release", "-o", folder.Path, "-v:q",
            "-nologo", "-nodeReuse:false",
            "-p:PublishNativeSample=true", "-p:CppCompilerAndLinker=gcc", "-p:StripSymbols=false");
        var published = await publishing.End(TimeSpan.FromMinutes(15));
        Assert.True(published.ExitCode == 0, published.ToString());
        var program = Path.Combine(folder.Path, "MyService");
        var port = FreePort.Next();
        await using var server = RunningProcess.Start(program, "server", "--port", $"{port}");
        server.WaitForLine($":{port}");
        var client = await RunningProcess.Run(program, "client", "Ada", "--address", $"http://localhost:{port}");
        Assert.True(client.ExitCode == 0, client.ToString());
        Assert.Contains("Server response: Hello, Ada!", client.Output);
    }
}
