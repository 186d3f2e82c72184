using System.Xml.Linq;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Tests.Phases;

/// <summary>Checks that dependencies between the folders of a project go one way.</summary>
public sealed class PhaseTests
{
    public static TheoryData<string> Projects =>
        [
            .. Repository.FindSourceFiles(SourceTree.Path, "*.csproj")
                .Select(path => Path.GetFileNameWithoutExtension(path)),
        ];

    // Each phase uses its input and the folders that all phases share, but no earlier phase.
    private static readonly string[] Shared = ["Collections", "Diagnostics", "Schema", "Text", "Wire"];
    private static readonly Dictionary<string, string[]> Inputs = new()
    {
        ["Syntax"] = [],
        ["WellKnown"] = ["Syntax"],
        ["Descriptors"] = ["Syntax"],
        ["Symbols"] = ["Descriptors", "Syntax"],
        ["CSharp"] = ["Descriptors", "Serialization"],
        ["Emit"] = ["CSharp"],
    };

    public static TheoryData<string> Phases => [.. Inputs.Keys];

    [Theory]
    [MemberData(nameof(Phases))]
    public void PhaseUsesOnlyThePhaseBeforeIt(string phase)
    {
        var violations =
            from folder in Read("ProtoGen.Compiler").Arrows
            where TopOf(folder.Key) == phase
            from used in folder.Value
            let other = TopOf(used.Key)
            where other != phase && !Shared.Contains(other) && !Inputs[phase].Contains(other)
            select $"{folder.Key} -> {used.Key}: {used.Value}";
        Assert.Empty(violations);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void FoldersOfProjectFormNoCycle(string project)
    {
        var cycles = Read(project).FindCycles();
        Assert.True(cycles.Count == 0, string.Join("\n", cycles));
    }

    [Fact]
    public void CompilerReferencesNoHost() =>
        Assert.Equal(["netstandard"], typeof(ProtoParser).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name));

    private static string TopOf(string folder) => folder.Split('/')[0];

    private static FolderGraph Read(string project)
    {
        var folder = Path.Combine(SourceTree.Path, project);
        var name = XDocument.Load(Path.Combine(folder, project + ".csproj")).Descendants("AssemblyName").FirstOrDefault()?.Value ?? project;
        var builds = Directory.GetDirectories(Path.Combine(folder, "bin", SourceTree.Configuration))
            .Select(build => Path.Combine(build, name + ".dll")).Where(File.Exists).ToArray();
        Assert.NotEmpty(builds);
        return FolderGraph.Read(folder, project, builds);
    }
}
