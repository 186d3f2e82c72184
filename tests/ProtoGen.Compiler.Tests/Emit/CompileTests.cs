using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Tests.Emit;

public class CompileTests
{
    public static TheoryData<string> Projects => [.. UserProject.All.Select(project => project.ToString())];

    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryShapeOfFieldCompilesWithoutAWarning(string name)
    {
        UserProject project = UserProject.All.Single(candidate => candidate.ToString() == name);
        var options = CSharpOptions.Default with { HasRuntime = project.HasRuntime };
        Dictionary<string, string> code = Generated.FromFiles(Generated.Protos.Select(file => (file.Key, file.Value)), options);
        Assert.Empty(project.Compile(code.Values).Take(10));
    }

    [Fact]
    public void InternalSerializableTypesCompileWithoutAWarning()
    {
        UserProject project = UserProject.All.First();
        var options = CSharpOptions.Default with { InternalAccess = true, Serializable = true };
        Dictionary<string, string> code = Generated.FromFiles(Generated.Protos.Select(file => (file.Key, file.Value)), options);
        Assert.Empty(project.Compile(code.Values).Where(diagnostic => !diagnostic.Contains("CS0169")).Take(10));
    }

    [Fact]
    public void StrippedCodeCompilesWithoutAWarning()
    {
        UserProject project = UserProject.All.First();
        Dictionary<string, string> code = Generated.FromFiles(
            Generated.Protos.Select(file => (file.Key, file.Value)), CSharpOptions.Default with { StripNonfunctional = true });
        Assert.Empty(project.Compile(code.Values).Take(10));
    }
}
