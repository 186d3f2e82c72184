namespace ProtoGen.Package.Tests;

public sealed class ToolPackageTests
{
    private const string Proto = "syntax = \"proto3\"; message Greeting { string text = 1; }";

    [Fact]
    public async Task PackedToolInstallsWithoutOtherSourcesAndCompiles()
    {
        using var folder = new TemporaryFolder();
        var feed = Path.Combine(folder.Path, "feed");
        var tool = Path.Combine(Repository.Root, "src", "ProtoGen.Tool");
        var pack = await Dotnet.Run(
            folder.Path, BuildFacts.RestoredPackages,
            "pack", tool, "--no-build", "-c", BuildFacts.Configuration, "-o", feed, "-nologo", "-v:q", "-nr:false");
        pack.Succeeded();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "nuget.config"), $"""
            <configuration><packageSources><clear /><add key="packed" value="{feed}" /></packageSources></configuration>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "greeting.proto"), Proto);

        var install = await Dotnet.Run(
            folder.Path, Path.Combine(folder.Path, "packages"),
            "tool", "install", "protogenc", "--tool-path", "tool", "--version", BuildFacts.Version);
        install.Succeeded();
        var run = await Dotnet.RunShell(folder.Path, BuildFacts.RestoredPackages, "tool/protogenc --csharp_out=. greeting.proto");
        run.Succeeded();

        Assert.Contains("class Greeting", await File.ReadAllTextAsync(Path.Combine(folder.Path, "Greeting.cs")));
    }
}
