using System.Reflection;
using System.Xml.Linq;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Tests.Phases;

/// <summary>Dependencies between the folders of a project go one way.</summary>
public sealed class PhaseTests
{
    public static TheoryData<string> Projects =>
        [.. Directory.EnumerateFiles(Metadata("SourceFolder"), "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path))];

    // Being untied; each line goes when its folders have no cycle.
    private static readonly string[] s_knots = ["Diagnostics, Imports, Inputs, Linking, Output:", "Emit, Emit/Fields, Emit/Span:"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void FoldersOfProjectFormNoCycle(string project)
    {
        var cycles = Read(project).FindCycles().FindAll(cycle => !s_knots.Any(knot => cycle.StartsWith(knot, StringComparison.Ordinal)));
        Assert.True(cycles.Count == 0, string.Join("\n", cycles));
    }

    [Fact]
    public void CompilerReferencesNoHost() =>
        Assert.Equal(["netstandard"], typeof(ProtoParser).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name));

    private static FolderGraph Read(string project)
    {
        var folder = Path.Combine(Metadata("SourceFolder"), project);
        var name = XDocument.Load(Path.Combine(folder, project + ".csproj")).Descendants("AssemblyName").FirstOrDefault()?.Value ?? project;
        var builds = Directory.GetDirectories(Path.Combine(folder, "bin", Metadata("Configuration")))
            .Select(build => Path.Combine(build, name + ".dll")).Where(File.Exists).ToArray();
        Assert.NotEmpty(builds);
        return FolderGraph.Read(folder, project, builds);
    }

    private static string Metadata(string key) =>
        typeof(PhaseTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
