using System.Reflection;
using System.Text.RegularExpressions;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Project.Diagnostics;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Tests.Diagnostics;

public partial class DocumentationTests
{
    public static TheoryData<string> Examples =>
        [.. DiagnosticsDocument.Entries.Where(entry => IsOfCompiler(entry) && entry.IsReachable).Select(entry => entry.Id)];

    [Fact]
    public void DocumentedDiagnosticsMatchReportedOnes()
    {
        IEnumerable<string> ids = [.. Kinds.Select(kind => kind.Id), .. IdsOfProjects];
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), DiagnosticsDocument.Entries.Select(entry => entry.Id));
    }

    [Fact]
    public void HelpLinksLeadToTheSections()
    {
        // The anchor of a heading is its text in lower case.
        Assert.All(
            DiagnosticsDocument.Entries,
            entry => Assert.Equal(
                $"https://example.com/protogen/blob/HEAD/docs/diagnostics.md#{entry.Id.ToLowerInvariant()}",
                HelpLink.Get("https://example.com/protogen.git", entry.Id)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("file:///protogen")]
    [InlineData("/protogen")]
    public void CloneWithoutAddressOnTheWebHasNoHelpLinks(string? repository) => Assert.Null(HelpLink.Get(repository, "PG1100"));

    [Fact]
    public void EveryDiagnosticHasAFix() => Assert.DoesNotContain(DiagnosticsDocument.Entries, entry => !entry.HasFix);

    [Fact]
    public void DocumentedMessagesMatchCompiler()
    {
        var formats = Kinds.ToDictionary(kind => kind.Id, kind => kind.Format);
        var others = DiagnosticsDocument.Entries
            .Where(entry => formats.TryGetValue(entry.Id, out var format) && !IsWrittenFrom(format, entry.Message))
            .Select(entry => $"{entry.Id} {entry.Message}");
        Assert.Empty(others);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void DocumentedExampleCausesItsDiagnostic(string id)
    {
        var files = DiagnosticsDocument.Entries.Single(entry => entry.Id == id).ParseExample();
        var options = new LinkOptions { CommandLine = [.. files.Select(file => file.File.Name)] };
        Assert.Contains(id, Linker.Link(files, options).Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void AnalyzerReleasesListEveryDiagnosticOfTheGenerator()
    {
        var released =
            from path in DiagnosticsDocument.FindFiles("AnalyzerReleases.*.md")
            from match in ReleasedRulePattern().Matches(File.ReadAllText(path))
            select match.Value;
        var reported = Kinds.Concat(GetKinds(typeof(ProjectDiagnosticKinds)))
            .Select(kind => $"{kind.Id} | ProtoGen | {kind.Severity}")
            .Distinct();

        Assert.Equal(reported.Order(StringComparer.Ordinal), released.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<DiagnosticKind> Kinds =>
        from catalog in (Type[])[typeof(SyntaxDiagnostics), typeof(LinkDiagnostics), typeof(OptionDiagnostics)]
        from kind in GetKinds(catalog)
        select kind;

    private static IEnumerable<DiagnosticKind> GetKinds(Type catalog) =>
        from member in catalog.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where member.FieldType == typeof(DiagnosticKind)
        select (DiagnosticKind)member.GetValue(null)!;

    /// <summary>Gets the IDs of the generator, from its release files, and those of the build, from its targets.</summary>
    private static IEnumerable<string> IdsOfProjects =>
        from pattern in (string[])["AnalyzerReleases.*.md", "*.targets"]
        from path in DiagnosticsDocument.FindFiles(pattern)
        from match in ProjectIdPattern().Matches(File.ReadAllText(path))
        select match.Groups["id"].Value;

    private static bool IsOfCompiler(DocumentedDiagnostic entry) => !entry.Id.StartsWith("PG4", StringComparison.Ordinal);

    /// <summary>Returns whether a message is the format with names for its arguments.</summary>
    private static bool IsWrittenFrom(string format, string message)
    {
        var parts = ArgumentPattern().Split(format.Trim());
        if (parts.Length > 1)
        {
            parts =
            [
                .. parts.Select(part => part.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)),
            ];
        }

        return Regex.IsMatch(message.Trim(), $@"\A{string.Join("<[^<>]+>", parts.Select(Regex.Escape))}\z");
    }

    [GeneratedRegex(@"^(?<id>PG\d{4}) \||Code=""(?<id>PG\d{4})""", RegexOptions.Multiline)]
    private static partial Regex ProjectIdPattern();

    [GeneratedRegex(@"^PG\d{4} \| \w+ \| \w+", RegexOptions.Multiline)]
    private static partial Regex ReleasedRulePattern();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex ArgumentPattern();
}
