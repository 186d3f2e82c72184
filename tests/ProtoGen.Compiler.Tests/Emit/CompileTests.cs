using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Tests.Emit;

public class CompileTests
{
    private static readonly Lazy<IReadOnlyList<LinkedFile>> s_googleApis = new(() => Generated.Link(GoogleApis.Pick(300).Select(file => (file.Name, file.Text))));

    public static TheoryData<string> Projects => [.. UserProject.All.Select(project => project.ToString())];

    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryFieldShapeCompilesWithoutWarnings(string name)
    {
        UserProject project = UserProject.All.Single(candidate => candidate.ToString() == name);
        Dictionary<string, string> code = Generated.FromFiles(Generated.Protos.Select(file => (file.Key, file.Value)), project.Options);
        Assert.Empty(project.Compile(code.Values).Take(10));
    }

    [OracleTheory(Oracle.GoogleApis)]
    [MemberData(nameof(Projects))]
    public void GoogleApisCompileWithoutWarnings(string name)
    {
        UserProject project = UserProject.All.Single(candidate => candidate.ToString() == name);
        Assert.True(s_googleApis.Value.Count >= 300, $"{s_googleApis.Value.Count} files");
        Assert.Empty(project.Compile(s_googleApis.Value.SelectMany(file => project.Generate(file.File!))).Take(10));
    }

    [Fact]
    public void InternalSerializableTypesCompileWithoutWarnings()
    {
        UserProject project = UserProject.All.First();
        var options = CSharpOptions.Default with { InternalAccess = true, Serializable = true };
        Dictionary<string, string> code = Generated.FromFiles(Generated.Protos.Select(file => (file.Key, file.Value)), options);
        Assert.Empty(project.Compile(code.Values).Where(diagnostic => !diagnostic.Contains("CS0169")).Take(10));
    }

    [Fact]
    public void StrippedCodeCompilesWithoutWarnings()
    {
        UserProject project = UserProject.All.First();
        Dictionary<string, string> code = Generated.FromFiles(
            Generated.Protos.Select(file => (file.Key, file.Value)), CSharpOptions.Default with { StripNonfunctional = true });
        Assert.Empty(project.Compile(code.Values).Take(10));
    }
}
