namespace ProtoGen.Package.Tests;

/// <summary>The packages, created once for all tests in a folder outside the repository.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    /// <summary>The names of the packages.</summary>
    public static readonly string[] Names = ["ProtoGen.Runtime", "ProtoGen.SourceGenerator"];

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "protogen-packages-" + Guid.NewGuid().ToString("N")[..8]);

    /// <summary>Gets the folder of the packages.</summary>
    public string Feed => Path.Combine(_folder, "feed");

    /// <summary>Gets the folder that projects restore to, empty at first.</summary>
    public string Packages => Path.Combine(_folder, "packages");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        WriteNuGetConfig();
        await Pack(Feed);
    }

    /// <summary>Packs the build of the tests into a folder.</summary>
    internal async Task Pack(string output)
    {
        var project = Path.Combine(_folder, "pack.proj");
        await File.WriteAllTextAsync(project, $"""
            <Project>
              <ItemGroup>
                {string.Join("\n    ", Names.Select(name => $"<Packed Include=\"{Repository.Root}/src/{name}/{name}.csproj\" />"))}
              </ItemGroup>
              <Target Name="Pack">
                <MSBuild Projects="@(Packed)" Targets="Pack" Properties="NoBuild=true;Configuration={BuildFacts.Configuration};PackageOutputPath={output}" />
              </Target>
            </Project>
            """);
        (await Dotnet.Run(_folder, BuildFacts.RestoredPackages, "msbuild", project, "-t:Pack", "-nologo", "-v:q", "-nr:false")).Succeeded();
    }

    /// <summary>
    /// Creates a project folder outside the repository, whose package sources are the packed packages and the machine's restored packages.
    /// </summary>
    internal TestProject CreateProject(string name)
    {
        var folder = Path.Combine(_folder, name);
        Directory.CreateDirectory(folder);
        return new TestProject(folder, Packages);
    }

    // The machine's restored packages are used in place. ProtoGen's packages are omitted, since they could be older than the packed ones.
    private void WriteNuGetConfig()
    {
        var restored = Directory.CreateDirectory(Path.Combine(_folder, "restored")).FullName;
        foreach (var package in Directory.GetDirectories(BuildFacts.RestoredPackages))
        {
            if (Path.GetFileName(package) is var name && !name.StartsWith("protogen", StringComparison.OrdinalIgnoreCase))
                Directory.CreateSymbolicLink(Path.Combine(restored, name), package);
        }

        File.WriteAllText(Path.Combine(_folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="restored" value="{restored}" />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        if (Environment.GetEnvironmentVariable("KEEP") is null) Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}

/// <summary>Shares the packages. The tests run one after the other, because each builds with all processors.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackageFeed>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "packages";
}
