using System.Reflection;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;
using Xunit;

namespace ProtoGen.Differential.Tests;

public class CorpusCoverageTests
{
    /// <summary>
    /// The diagnostics without a file in the corpus: those that no text causes, because protoc's parser reports another error first;
    /// PG2103, which needs 65,536 fields; and PG3112, whose text differs from run to run.
    /// </summary>
    private static readonly HashSet<string> Unreachable = ["PG2103", "PG3112", "PG2122", "PG2205", "PG2308", "PG2309", "PG2415", "PG3001"];

    [Fact]
    public void CorpusHasAtLeastFourHundredFiles() => Assert.InRange(Files.Count(), 400, int.MaxValue);

    [OracleFact(Oracle.Protoc)]
    public void EveryDiagnosticKindOccursInCorpusOrDescriptorSetTests()
    {
        var diagnostics = Directory.GetDirectories(Repository.Corpus).SelectMany(Compile).Concat(DescriptorSetTests.Diagnostics());
        HashSet<string> seen = [.. diagnostics.Select(diagnostic => diagnostic.Id)];
        var missing = AllKinds()
            .Where(kind => !seen.Contains(kind.Id) && !Unreachable.Contains(kind.Id))
            .Select(kind => $"{kind.Id} {kind.Format}");
        var list = string.Join("\n", missing);
        Assert.True(list.Length == 0, list);
    }

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Repository.Corpus, "*.proto", SearchOption.AllDirectories);

    private static IEnumerable<DiagnosticKind> AllKinds() =>
        from catalog in (Type[])[typeof(SyntaxDiagnostics), typeof(LinkDiagnostics), typeof(OptionDiagnostics)]
        from field in catalog.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        where field.FieldType == typeof(DiagnosticKind)
        select (DiagnosticKind)field.GetValue(null)!;

    private static IEnumerable<Diagnostic> Compile(string root)
    {
        var files = Directory.EnumerateFiles(root, "*.proto", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(
                path => ProtoParser.Parse(Path.GetRelativePath(root, path).Replace('\\', '/'), SourceText.From(File.ReadAllBytes(path))))
            .ToList();
        return files.SelectMany(file => Linker.Link(files, new LinkOptions { CommandLine = [file.File.Name] }).Diagnostics);
    }
}
