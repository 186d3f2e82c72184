using ProtoGen.Compiler.Project.Severities;

namespace ProtoGen.Compiler.Tests.Project.Severities;

public sealed class SeverityRulesTests
{
    private const string Proto = "/repo/app/protos/a.proto";

    [Theory]
    [InlineData("*.proto")]
    [InlineData("*")]
    [InlineData("**")]
    [InlineData("**.proto")]
    [InlineData("{*.cs,*.proto}")]
    [InlineData("*.{cs,{proto,xml}}")]
    [InlineData("app/**")]
    [InlineData("/app/protos/*.proto")]
    [InlineData("**/protos/?.proto")]
    [InlineData("app/protos/[ab].proto")]
    [InlineData("[!b].proto")]
    [InlineData(@"\a.proto")]
    public void SectionThatSelectsTheFileApplies(string section) =>
        Assert.Equal(ConfiguredSeverity.Error, Find(("/repo/.editorconfig", $"[{section}]\ndotnet_diagnostic.PG2006.severity = error")));

    [Theory]
    [InlineData("*.cs")]
    [InlineData("protos/*.proto")]
    [InlineData("/*.proto")]
    [InlineData("app/*.proto")]
    [InlineData("app?protos/a.proto")]
    [InlineData("app[!x]protos/a.proto")]
    [InlineData("A.proto")]
    [InlineData("[!a].proto")]
    [InlineData("{*.proto")]
    [InlineData("*.proto}")]
    [InlineData("[.proto")]
    [InlineData(@"*.proto\")]
    public void SectionThatSelectsOtherFilesOrIsInvalidDoesNotApply(string section) =>
        Assert.Equal(ConfiguredSeverity.Default, Find(("/repo/.editorconfig", $"[{section}]\ndotnet_diagnostic.PG2006.severity = error")));

    [Theory]
    [InlineData("v{1..3}.proto", "v2.proto", true)]
    [InlineData("v{1..3}.proto", "v4.proto", false)]
    [InlineData("v{3..-1}.proto", "v-1.proto", true)]
    [InlineData("{v{1..3},w}.proto", "w.proto", true)]
    [InlineData("v{1..3}.proto", "v99999999999.proto", false)]
    [InlineData("v{1..99999999999}.proto", "v1..99999999999.proto", true)]
    public void RangeSelectsNumbers(string section, string file, bool applies) => Assert.Equal(
        applies ? ConfiguredSeverity.None : ConfiguredSeverity.Default,
        SeverityRules.Parse([("/repo/.editorconfig", $"[{section}]\ndotnet_diagnostic.PG2006.severity=none")])
            .Find("PG2006", "/repo/" + file));

    [Theory]
    [InlineData("none", ConfiguredSeverity.None)]
    [InlineData("silent", ConfiguredSeverity.Silent)]
    [InlineData("refactoring", ConfiguredSeverity.Silent)]
    [InlineData("Suggestion", ConfiguredSeverity.Suggestion)]
    [InlineData("warning # for now", ConfiguredSeverity.Warning)]
    [InlineData("ERROR ; never", ConfiguredSeverity.Error)]
    [InlineData("default", ConfiguredSeverity.Default)]
    [InlineData("loud", ConfiguredSeverity.Default)]
    public void ValueIsReadInAnyCaseAndWithComment(string value, ConfiguredSeverity expected) =>
        Assert.Equal(expected, Find(("/repo/.editorconfig", $"[*]\r\nDotnet_Diagnostic.pg2006.Severity : {value}\r\n")));

    [Fact]
    public void OtherWarningsAndFilesOutsideTheFolderAreNotAffected()
    {
        var rules = SeverityRules.Parse([("/repo/app/.editorconfig", "[*]\ndotnet_diagnostic.PG2006.severity = error")]);
        Assert.Equal(ConfiguredSeverity.Default, rules.Find("PG2126", Proto));
        Assert.Equal(ConfiguredSeverity.Default, rules.Find("PG2006", "/repo/application/a.proto"));
        Assert.Equal(ConfiguredSeverity.Default, rules.Find("PG2006", null));
    }

    [Fact]
    public void LaterSectionsAndLinesWin() => Assert.Equal(
        ConfiguredSeverity.Suggestion,
        Find((
            "/repo/.editorconfig",
            """
            dotnet_diagnostic.PG2006.severity = error
            # dotnet_diagnostic.PG2006.severity = error
            [*.proto]  # all of them
            dotnet_diagnostic.PG2006.severity = none
            [*] ; and the others
            dotnet_diagnostic.PG2006.severity = warning
            dotnet_diagnostic.PG2006.severity = suggestion
            [*.cs]
            dotnet_diagnostic.PG2006.severity = error
            """)));

    [Fact]
    public void LinesBeforeTheFirstSectionOfALocalFileHaveNoEffect() =>
        Assert.Equal(ConfiguredSeverity.Default, Find(("/repo/.editorconfig", "dotnet_diagnostic.PG2006.severity = error")));

    [Fact]
    public void DeeperFolderWinsInAnyOrderOfTheFiles()
    {
        var outer = ("/repo/.editorconfig", "[*]\ndotnet_diagnostic.PG2006.severity = error");
        var inner = ("/repo/app/.editorconfig", "[*]\ndotnet_diagnostic.PG2006.severity = none");
        Assert.Equal(ConfiguredSeverity.None, Find(outer, inner));
        Assert.Equal(ConfiguredSeverity.None, Find(inner, outer));
    }

    [Fact]
    public void RootEndsTheSearchInOuterFolders() => Assert.Equal(
        ConfiguredSeverity.Default,
        Find(
            ("/repo/.editorconfig", "[*]\ndotnet_diagnostic.PG2006.severity = error"),
            ("/repo/app/.editorconfig", "\uFEFFRoot = True\n[*.cs]\nindent_size = 4")));

    [Fact]
    public void GlobalFileAppliesToAllFilesAndTheProject()
    {
        var rules = SeverityRules.Parse([("/other/.globalconfig", "dotnet_diagnostic.PG4005.severity = error")]);
        Assert.Equal(ConfiguredSeverity.Error, rules.Find("PG4005", Proto));
        Assert.Equal(ConfiguredSeverity.Error, rules.Find("PG4005", null));
    }

    [Fact]
    public void LocalFileWinsOverGlobalOne() => Assert.Equal(
        ConfiguredSeverity.None,
        Find(
            ("/repo/app/protos/.globalconfig", "dotnet_diagnostic.PG2006.severity = error"),
            ("/repo/.editorconfig", "[*]\ndotnet_diagnostic.PG2006.severity = none")));

    [Fact]
    public void SectionOfAGlobalFileNamesOneFile() => Assert.Equal(
        ConfiguredSeverity.None,
        Find((
            "/x/rules.editorconfig",
            "is_global = true\ndotnet_diagnostic.PG2006.severity = error\n[" + Proto + "]\ndotnet_diagnostic.PG2006.severity = none")));

    [Fact]
    public void GlobalFileOfHigherLevelWins()
    {
        (string, string) Global(string name, string level, string severity) =>
            ($"/repo/{name}", $"is_global = true\n{level}\ndotnet_diagnostic.PG2006.severity = {severity}");
        Assert.Equal(ConfiguredSeverity.Error, Find(Global("a", "", "none"), Global(".globalconfig", "", "error")));
        Assert.Equal(
            ConfiguredSeverity.None, Find(Global("a", "global_level = 101", "none"), Global(".globalconfig", "", "error")));
        Assert.Equal(ConfiguredSeverity.Default, Find(Global("a", "", "none"), Global("b", "", "error")));
    }

    [Fact]
    public void RulesAreComparedByValue()
    {
        SeverityRules Parse(string severity) =>
            SeverityRules.Parse([("/repo/.editorconfig", $"[*]\ndotnet_diagnostic.PG2006.severity = {severity}\nindent = {severity}")]);
        Assert.Equal(Parse("none"), Parse("none"));
        Assert.NotEqual(Parse("none"), Parse("error"));
    }

    private static ConfiguredSeverity Find(params (string Path, string Text)[] files) => SeverityRules.Parse(files).Find("PG2006", Proto);
}
