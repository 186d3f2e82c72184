using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.SourceGenerator.Tests.Driver;

namespace ProtoGen.SourceGenerator.Tests.Pipeline;

public sealed partial class DiagnosticsTests
{
    private const string Header = "syntax = \"proto3\";\n";

    [Fact]
    public void ErrorHasLineAndColumn() =>
        Assert.Equal(
            ["a.proto(2,26): error PG1204: Expected \";\"."],
            new Project().Add("a.proto", Header + "message A { string s = 1 }").Run().Diagnostics.Select(WithoutNumber("PG1204")));

    [Fact]
    public void ColumnsCountCharactersNotBytes() =>
        Assert.StartsWith("a.proto(2,25): error", Assert.Single(
            new Project().Add("a.proto", Header + "/* äöü𐐷 */ message A { Missing m = 1; }").Run().Diagnostics));

    [Fact]
    public void HalfTypedFileKeepsReadableTypes()
    {
        var run = new Project()
            .Add("a.proto", Header + "message A { int32 id = 1; }\nmessage B { int32 id = 1\n}\nmessage C { B b = 1; }")
            .Run();
        Assert.NotEmpty(run.Diagnostics);
        Assert.Contains("class A ", run.Files["a.Messages.g.cs"]);
        Assert.Contains("class C ", run.Files["a.Messages.g.cs"]);
    }

    [Fact]
    public void ErrorInOneFileKeepsTypesOfOthers()
    {
        var run = new Project().Add("bad.proto", Header + "message {").Add("good.proto", Header + "message Good { }").Run();
        Assert.Contains("class Good ", run.Files["good.Messages.g.cs"]);
    }

    [Fact]
    public void MissingImportListsFoldersAndFix()
    {
        var diagnostic = Assert.Single(
            new Project().Add("a.proto", Header + "import \"no/such.proto\";").Run().Diagnostics,
            d => d.Contains("Looked in", StringComparison.Ordinal));
        Assert.StartsWith("a.proto(2,1): error PG2", diagnostic);
        Assert.Contains("Import \"no/such.proto\" was not found or had errors. Looked in /src/App and for any .proto", diagnostic);
        Assert.Contains("AdditionalImportDirs", diagnostic);
    }

    [Fact]
    public void EmptyFileIsWarning() =>
        Assert.Equal(
            ["a.proto(1,1): warning PG4002: The file is empty, so no code is generated from it."],
            new Project().Add("a.proto", " \n").Run().Diagnostics);

    [Theory]
    [InlineData("none")]
    [InlineData("silent", "a.proto(1,1): hidden PG4002")]
    [InlineData("suggestion", "a.proto(1,1): info PG4002")]
    [InlineData("warning", "a.proto(1,1): warning PG4002")]
    [InlineData("error", "a.proto(1,1): error PG4002")]
    public void EditorConfigSetsTheSeverityOfAWarning(string severity, params string[] expected) => Assert.Equal(
        expected,
        new Project().Add(".editorconfig", $"[*.proto]\ndotnet_diagnostic.PG4002.severity = {severity}").Add("a.proto", "").Run()
            .Diagnostics.Select(line => line[..line.LastIndexOf(':')]));

    [Fact]
    public void EditorConfigDoesNotChangeErrors() => Assert.StartsWith(
        "a.proto(2,26): error PG1",
        Assert.Single(
            new Project().Add(".editorconfig", "[*]\ndotnet_diagnostic.PG1100.severity = none")
                .Add("a.proto", Header + "message A { string s = 1 }").Run().Diagnostics));

    [Fact]
    public void GlobalConfigSetsTheSeverityOfAWarningAboutTheProject() => Assert.StartsWith(
        "error PG4005",
        Assert.Single(
            new Project(references: [.. ReferenceSets.Framework, ReferenceSets.GoogleProtobuf])
                .Add(".globalconfig", "is_global = true\ndotnet_diagnostic.PG4005.severity = error")
                .Add("a.proto", Header + "message A { } service S { rpc Say(A) returns (A); }").Run().Diagnostics));

    [Fact]
    public void EditingEditorConfigRunsOnlyTheReport()
    {
        var project = new Project().Add(".editorconfig", "[*]\ndotnet_diagnostic.PG4002.severity = none")
            .Add("a.proto", "").Add("b.proto", Header + "message B { }");
        Assert.Empty(project.Run().Diagnostics);
        var run = project.Edit(".editorconfig", "[*]\ndotnet_diagnostic.PG4002.severity = error").Run();
        Assert.Single(run.Diagnostics);
        Assert.Empty(run.EmittedFiles());
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, run.Reasons(StepNames.Diagnostics));
        Assert.Empty(project.Remove(".editorconfig").Remove("a.proto").Run().Diagnostics);
    }

    [Fact]
    public void ProjectWithoutFilesHasNoDiagnostics() =>
        Assert.Empty(new Project().Run().Diagnostics);

    [Fact]
    public void ProjectWithoutGoogleProtobufIsError() =>
        Assert.Contains(
            new Project(references: ReferenceSets.Framework).Add("a.proto", Header + "message A { }").Run().Diagnostics,
            d => d.StartsWith("error PG4006", StringComparison.Ordinal));

    [Fact]
    public void InvalidSettingIsReportedAtItsFile() =>
        Assert.Equal(
            ["a.proto(1,1): error PG4007: 'maybe' is not a valid value for Nullable. Use true or false."],
            new Project(BuildOptions.Default.WithMetadata("a.proto", "Nullable", "maybe"))
                .Add("a.proto", Header + "message A { }")
                .Run().Diagnostics);

    [Fact]
    public void ErrorsInImportedFileAreReported()
    {
        var run = new Project(BuildOptions.Default.WithMetadata("b.proto", "ProtoCompile", "False"))
            .Add("a.proto", Header + "import \"b.proto\"; message A { B b = 1; }")
            .Add("b.proto", Header + "message B { Missing m = 1; }")
            .Run();
        Assert.Contains(run.Diagnostics, d => d.StartsWith("b.proto(2,13): error", StringComparison.Ordinal));
        Assert.DoesNotContain("b.Messages.g.cs", run.Files.Keys);
    }

    [Fact]
    public void UnusedImportOfImportedFileIsNotReported() =>
        Assert.Empty(new Project(BuildOptions.Default.WithMetadata("b.proto", "ProtoCompile", "False"))
            .Add("a.proto", Header + "import \"b.proto\"; message A { B b = 1; }")
            .Add("b.proto", Header + "import \"google/protobuf/any.proto\"; message B { }")
            .Run().Diagnostics);

    [Fact]
    public void ErrorsInUnreachedFileAreNotReported() =>
        Assert.Empty(new Project(BuildOptions.Default.WithMetadata("b.proto", "ProtoCompile", "False"))
            .Add("a.proto", Header + "message A { }")
            .Add("b.proto", "nonsense")
            .Run().Diagnostics);

    [Fact]
    public void DisabledGeneratorDoesNothing()
    {
        var run = new Project(BuildOptions.Default.WithProperty("ProtoGenEnabled", "false")).Add("a.proto", "nonsense").Run();
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Files);
    }

    [Fact]
    public void DiagnosticsLinkToTheirSectionsInTheDocumentation()
    {
        var run = new Project(BuildOptions.Default.WithMetadata("a.proto", "Nullable", "maybe"))
            .Add("a.proto", Header + "message A { Missing m = 1; }")
            .Run();

        Assert.Equal(["PG2201", "PG4007"], run.Diagnostics.Select(diagnostic => IdPattern().Match(diagnostic).Value).Order());
        Assert.Equal([HelpLink.Get("PG2201") ?? "", HelpLink.Get("PG4007") ?? ""], run.HelpLinks.Order());
    }

    [Theory]
    [InlineData("message A { }\nmessage A { }", "a.proto(2,9)")]
    [InlineData("message A {\n  int32 b = 1;\n  int32 c = 1;\n}", "a.proto(3,9)")]
    [InlineData("import \"b.proto\";\nimport \"b.proto\";\nmessage A { B b = 1; }", "a.proto(2,1)")]
    [InlineData("import \"b.proto\";\nmessage B { }", "b.proto(1,28)")]
    public void RepetitionHasTheFirstDefinitionAsAdditionalLocation(string text, string first)
    {
        var run = new Project()
            .Add("a.proto", Header + text)
            .Add("b.proto", "syntax = \"proto3\"; message B { }")
            .Run();

        Assert.Contains(first, run.AdditionalLocations);
    }

    // The tests of the parser check the IDs of its errors.
    private static Func<string, string> WithoutNumber(string number) =>
        diagnostic => Regex.Replace(diagnostic, @"PG1\d{3}", number);

    [GeneratedRegex(@"PG\d{4}")]
    private static partial Regex IdPattern();
}
