using ProtoGen.Package.Tests.Documentation;

namespace ProtoGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class GrpcTemplateTests(PackageFeed feed)
{
    private const string ClientItems = """
        <PackageReference Include="Grpc.Net.Client" Version="2.85.0" />
        <Protobuf Include="../server/Protos/greet.proto" GrpcServices="Client" />
        """;

    private const string Client = """
        using Grpc.Net.Client;
        using GreetApp;

        using var channel = GrpcChannel.ForAddress(args[0]);
        var reply = await new Greeter.GreeterClient(channel).SayHelloAsync(new HelloRequest { Name = "World" });
        Console.WriteLine(reply.Message);
        """;

    [Fact]
    public async Task GrpcTemplateServesItsFileAfterOneAddedLine()
    {
        var project = feed.CreateProject("template");
        (await project.Run("new", "grpc", "-n", "GreetApp", "-o", "server", "--no-restore")).Succeeded();
        (await project.Run("add", "server", "package", "ProtoGen.SourceGenerator", "-v", BuildFacts.Version, "-n")).Succeeded();
        project.Write("client/client.csproj", CsProj.Console(ClientItems)).Write("client/Program.cs", Client);
        // NU1603: a package source may lack the exact version of Grpc.AspNetCore in the SDK's template.
        Assert.Empty((await project.Build("server", "-p:NoWarn=NU1603")).Succeeded().Findings);
        Assert.Empty((await project.Build("client")).Succeeded().Findings);
        Assert.Empty(Directory.GetFiles(project.Folder, "*.protodep", SearchOption.AllDirectories));

        var address = $"http://127.0.0.1:{FreePort.Next()}";
        await using var server = new BuiltProgram(
            Path.Combine(project.Folder, "server"), "bin/Debug/net10.0/GreetApp.dll", "--urls", address);
        await server.WaitForPort(new Uri(address).Port);
        await using var client = new BuiltProgram(project.Folder, "client/bin/Debug/net10.0/client.dll", address);
        Assert.Equal("Hello World", (await client.End()).Trim());
    }

    [Fact]
    public async Task SampleRunsFromPackages()
    {
        var project = feed.CreateProject("sample");
        var sample = Path.Combine(Repository.Root, "samples", "MyService");
        foreach (var file in Directory.GetFiles(sample, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(sample, file);
            if (!relative.StartsWith("bin", StringComparison.Ordinal) && !relative.StartsWith("obj", StringComparison.Ordinal))
                project.Write(relative, await File.ReadAllTextAsync(file));
        }

        Assert.Empty((await project.Build()).Succeeded().Findings);
        var run = await project.RunBuilt("MyService.csproj", "--nonsense");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Unknown argument '--nonsense'", run.Output);
    }
}
