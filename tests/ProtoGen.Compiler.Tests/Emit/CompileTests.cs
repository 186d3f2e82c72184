using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Tests.Emit;

public class CompileTests
{
    private static readonly Lazy<IReadOnlyList<LinkedFile>> LinkedGoogleApis = new(
        () => Generated.Link(GoogleApis.Pick(300).Select(file => (file.Name, file.Text))));

    public static TheoryData<string> Projects => [.. UserProject.All.Select(project => project.ToString())];

    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryFieldShapeCompilesWithoutWarnings(string name)
    {
        var project = UserProject.All.Single(candidate => candidate.ToString() == name);
        var code = Generated.FromFiles(Generated.Protos.Select(file => (file.Key, file.Value)), project.Options);
        Assert.Empty(project.Compile(code.Values).Take(10));
    }

    [OracleTheory(Oracle.GoogleApis)]
    [MemberData(nameof(Projects))]
    public void GoogleApisCompileWithoutWarnings(string name)
    {
        var project = UserProject.All.Single(candidate => candidate.ToString() == name);
        Assert.True(LinkedGoogleApis.Value.Count >= 300, $"{LinkedGoogleApis.Value.Count} files");
        Assert.Empty(project.Compile(LinkedGoogleApis.Value.SelectMany(file => project.Generate(file.File!))).Take(10));
    }

    [Fact]
    public void InternalSerializableTypesCompileWithoutWarnings()
    {
        var project = UserProject.All.First();
        var options = CSharpOptions.Default with { InternalAccess = true, Serializable = true };
        var code = Generated.FromFiles(Generated.Protos.Select(file => (file.Key, file.Value)), options);
        Assert.Empty(project.Compile(code.Values).Where(diagnostic => !diagnostic.Contains("CS0169")).Take(10));
    }

    [Fact]
    public void MessagesNamedLikeTheirMethodsCompileWithBaseClass()
    {
        const string proto = "syntax = \"proto3\"; message Clone { Clone a = 1; } message Equals { string b = 1; Clone c = 2; }";
        var project = UserProject.All.First(candidate => candidate.Options.HasRuntime);
        Assert.Empty(project.Compile(Generated.FromFiles([("names.proto", proto)], project.Options).Values).Take(10));
    }

    // A warning about a class stands at its first part, where the #pragma of the generated file has no effect.
    [Theory]
    [MemberData(nameof(Projects))]
    public void PartOfTheUserBeforeTheGeneratedOneCompilesWithoutWarnings(string name)
    {
        const string part = "namespace P { /// <summary>A message.</summary>\npublic partial class A { } }";
        const string proto = "syntax = \"proto3\"; package p; message A { string b = 1; repeated A c = 2; }";
        var project = UserProject.All.Single(candidate => candidate.ToString() == name);
        Assert.Empty(project.Compile([part, .. Generated.FromFiles([("a.proto", proto)], project.Options).Values]).Take(10));
    }

    [Fact]
    public void StrippedCodeCompilesWithoutWarnings()
    {
        var project = UserProject.All.First();
        var code = Generated.FromFiles(
            Generated.Protos.Select(file => (file.Key, file.Value)), CSharpOptions.Default with { StripNonfunctional = true });
        Assert.Empty(project.Compile(code.Values).Take(10));
    }
}
