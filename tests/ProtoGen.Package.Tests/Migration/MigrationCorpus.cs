using System.Text.RegularExpressions;

namespace ProtoGen.Package.Tests.Migration;

/// <summary>All cases, built once with Grpc.Tools and once with ProtoGen in a single build.</summary>
public sealed partial class MigrationCorpus(PackageFeed feed) : IAsyncLifetime
{
    private const string GrpcTools = "Grpc.Tools";
    private const string ProtoGen = "ProtoGen";

    private readonly Dictionary<(string Case, string Side), MigrationBuild> _builds = [];

    /// <summary>Gets the folder of the cases.</summary>
    internal static string CasesFolder { get; } = Path.Combine(Repository.Root, "tests", "ProtoGen.Package.Tests", "Migration", "Cases");

    /// <summary>Returns the builds of a case on each side.</summary>
    internal (MigrationBuild GrpcTools, MigrationBuild ProtoGen) GetBuilds(string name) =>
        (_builds[(name, GrpcTools)], _builds[(name, ProtoGen)]);

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var root = feed.CreateProject("migration");
        foreach (var file in Directory.GetFiles(CasesFolder, "*.txt"))
        {
            var migration = new MigrationCase(file);
            foreach (var side in new[] { GrpcTools, ProtoGen })
            {
                var project = migration.Write(Path.Combine(root.Folder, side, migration.Name), side == ProtoGen);
                _builds[(migration.Name, side)] = new MigrationBuild(project);
            }
        }

        root.Write("all.proj", $"""
            <Project>
              <PropertyGroup>
                <RestoreGraphProjectInput>{string.Join(';', _builds.Values.Select(build => build.Project))}</RestoreGraphProjectInput>
              </PropertyGroup>
              <Target Name="Build">
                <MSBuild Projects="$(RestoreGraphProjectInput)" BuildInParallel="true" ContinueOnError="true" />
              </Target>
              <Import Project="$(MSBuildToolsPath)/NuGet.targets" />
            </Project>
            """);
        (await root.Run("msbuild", "all.proj", "-t:Restore", "-nologo", "-v:q", "-nr:false")).Succeeded();
        var build = await root.Run("msbuild", "all.proj", "-t:Build", "-nologo", "-v:q", "-nr:false", "-m");
        foreach (var line in build.Output.Split('\n').Distinct()) AddFinding(root.Folder, line);
        foreach (var one in _builds.Values) await one.RunProgram(root);
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    private void AddFinding(string root, string line)
    {
        var match = Finding().Match(line);
        if (!match.Success) return;
        var path = Path.GetRelativePath(root, match.Groups["project"].Value).Split(Path.DirectorySeparatorChar);
        if (path.Length > 2 && _builds.TryGetValue((path[1], path[0]), out var build))
            build.Add(match.Groups["file"].Value, match.Groups["kind"].Value, match.Groups["code"].Value, match.Groups["message"].Value);
    }

    // "file(line,column): warning CODE: message [project]"; Grpc.Tools gives no code and protoc no column.
    [GeneratedRegex(@"^(?<file>.*?)\s*: (?<kind>error|warning) (?<code>\w*)\s*: (?<message>.*) \[(?<project>[^\[\]]*?)(::[^\[\]]*)?\]$")]
    private static partial Regex Finding();
}
