namespace ProtoGen.Compiler.Tests.Phases;

/// <summary>Checks which projects ProtoGen.sln contains, and their order.</summary>
public sealed class SolutionTests
{
    private static readonly string Solution = File.ReadAllText(Path.Combine(Repository.Root, "ProtoGen.sln")).Replace('\\', '/');

    [Fact]
    public void SolutionContainsEveryProjectButScaffolds()
    {
        string[] missing = [.. FindProjects().Where(project => PositionOf(project) < 0)];

        Assert.Empty(missing);
    }

    // dotnet format loads projects in the order of the solution, and finds generated types only in this one.
    [Fact]
    public void ProjectsWithTheGeneratorPrecedeTheGenerator()
    {
        var generator = PositionOf("src/ProtoGen.SourceGenerator/ProtoGen.SourceGenerator.csproj");
        string[] late = [.. FindProjects().Where(project => UsesGenerator(project) && PositionOf(project) > generator)];

        Assert.Empty(late);
    }

    private static bool UsesGenerator(string project)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, project))!;
        while (!File.Exists(Path.Combine(folder, "Directory.Build.targets")))
        {
            if (folder == Repository.Root) return false;
            folder = Path.GetDirectoryName(folder)!;
        }

        var targets = File.ReadAllText(Path.Combine(folder, "Directory.Build.targets"));
        return targets.Contains("WithGenerator.targets", StringComparison.Ordinal);
    }

    private static int PositionOf(string project) => Solution.IndexOf($"\"{project}\"", StringComparison.Ordinal);

    private static IEnumerable<string> FindProjects() =>
        from folder in new[] { "src", "tests", "benchmarks", "samples" }
        from path in Repository.FindSourceFiles(Path.Combine(Repository.Root, folder), "*.csproj")
        let project = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')
        where !project.StartsWith("tests/ProtoGen.Package.Tests/Documentation/Scaffold/", StringComparison.Ordinal)
        select project;
}
