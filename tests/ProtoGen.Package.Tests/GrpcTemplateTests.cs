namespace ProtoGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class GrpcTemplateTests(PackageFeed feed)
{
    [Fact]
    public async Task GrpcTemplateBuildsOnServerPackageWithoutGrpcTools()
    {
        var project = feed.CreateProject("template");
        (await project.Run("new", "grpc", "-n", "GreetApp", "-o", ".", "--no-restore")).Succeeded();
        var path = Path.Combine(project.Folder, "GreetApp.csproj");
        var lines = await File.ReadAllLinesAsync(path);
        var index = Array.FindIndex(lines, line => line.Contains("Grpc.AspNetCore", StringComparison.Ordinal));
        lines[index] = $"""
            <PackageReference Include="Grpc.AspNetCore.Server" Version="2.85.0" />
            <PackageReference Include="ProtoGen.SourceGenerator" Version="{BuildFacts.Version}" />
            """;
        await File.WriteAllLinesAsync(path, lines);
        Assert.Contains(lines, line => line.Contains(@"<Protobuf Include=""Protos\greet.proto"" GrpcServices=""Server"" />", StringComparison.Ordinal));
        Assert.Empty((await project.Build()).Succeeded().Findings);
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
