using System.Text.RegularExpressions;

namespace ProtoGen.Package.Tests;

/// <summary>Checks that ProtoGen's warnings do not become errors under TreatWarningsAsErrors.</summary>
[Collection(PackageCollection.Name)]
public sealed partial class WarningsTests(PackageFeed feed)
{
    private static readonly string Source = Path.Combine(Repository.Root, "src");

    [Fact]
    public void TargetsListEveryWarning()
    {
        string[] compilers = ["ProtoGen.Compiler", "ProtoGen.SourceGenerator", "ProtoGen.Build"];
        var declared = compilers.SelectMany(
            project => Repository.FindSourceFiles(Path.Combine(Source, project), "*.cs"))
            .SelectMany(file => DeclaredWarning().Matches(File.ReadAllText(file)));
        string[] folders = ["ProtoGen.SourceGenerator/build", "ProtoGen.Runtime/buildTransitive"];
        var reported = folders.SelectMany(folder => Directory.GetFiles(Path.Combine(Source, folder), "*.targets"))
            .SelectMany(file => ReportedWarning().Matches(File.ReadAllText(file)));
        var targets = File.ReadAllText(Path.Combine(Source, "ProtoGen.SourceGenerator", "build", "ProtoGen.SourceGenerator.targets"));
        var listed = ListedWarnings().Match(targets).Groups["ids"].Value.Split(';');
        Assert.Equal(declared.Concat(reported).Select(match => match.Groups["id"].Value).Distinct().Order(), listed.Order());
    }

    [Fact]
    public async Task WarningIsAnErrorOnlyIfItsIdIsListed()
    {
        var project = feed.CreateProject("warnings")
            .Write("warnings.csproj", CsProj.Library(properties: "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>"))
            .Write("a.proto", "syntax = \"proto3\";\nimport \"google/protobuf/any.proto\";\nmessage A { }");
        Assert.Contains("warning PG2006", Assert.Single((await project.Build()).Succeeded().Findings));
        Assert.Empty((await project.Build("--no-restore", "--no-incremental", "-p:NoWarn=PG2006")).Succeeded().Findings);
        Assert.Contains(
            "error PG2006",
            Assert.Single(
                (await project.Build("--no-restore", "--no-incremental", "-p:WarningsAsErrors=nullable%3BPG2006")).Failed().Findings));
    }

    [Theory]
    [InlineData("Compiler")]
    [InlineData("Files")]
    public async Task EditorConfigSetsSeverities(string output)
    {
        const string proto = "syntax = \"proto3\";\nimport \"google/protobuf/any.proto\";\nmessage A { }";
        var project = feed.CreateProject("editorconfig-" + output)
            .Write("app/app.csproj", CsProj.Library(
                "<Protobuf Include=\"../o'neil%3b %2541 #1/a.proto\" />", $"<ProtoGenOutput>{output}</ProtoGenOutput>"))
            .Write("o'neil; %41 #1/a.proto", proto);
        Assert.Contains("warning PG2006", Assert.Single((await project.Build("app")).Succeeded().Findings));
        project.Write("o'neil; %41 #1/.editorconfig", "[*.proto]\ndotnet_diagnostic.PG2006.severity = error");
        Assert.Contains("error PG2006", Assert.Single((await project.Build("app", "--no-restore")).Failed().Findings));
        project.Write("o'neil; %41 #1/.editorconfig", "[*.proto]\ndotnet_diagnostic.PG2006.severity = none");
        Assert.Empty((await project.Build("app", "--no-restore")).Succeeded().Findings);
        project.Delete("o'neil; %41 #1/.editorconfig");
        Assert.Contains("warning PG2006", Assert.Single((await project.Build("app", "--no-restore")).Succeeded().Findings));
        project.Write(".editorconfig", "root = true\n[o'neil*/**]\ndotnet_diagnostic.PG2006.severity = error");
        Assert.Contains("error PG2006", Assert.Single((await project.Build("app", "--no-restore")).Failed().Findings));
        Assert.Empty((await project.Build("app", "--no-restore", "-p:NoWarn=PG2006")).Succeeded().Findings);
    }

    [GeneratedRegex(@"Warning\(\s*""(?<id>PG\d{4})")]
    private static partial Regex DeclaredWarning();

    [GeneratedRegex(@"<Warning Code=""(?<id>PG\d{4})")]
    private static partial Regex ReportedWarning();

    [GeneratedRegex("<_ProtoGenWarnings>(?<ids>.*?)<")]
    private static partial Regex ListedWarnings();
}
