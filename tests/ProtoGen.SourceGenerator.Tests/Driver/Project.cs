using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoGen.SourceGenerator.Tests.Driver;

/// <summary>A project in memory on which the generator runs. Each change gives the next state of the same driver.</summary>
internal sealed class Project
{
    public const string Folder = "/src/App";

    // Like the SDK, because references may have been built against older versions of each other.
    private static readonly Dictionary<string, ReportDiagnostic> AssemblyVersions =
        new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    private GeneratorDriver _driver;
    private ImmutableDictionary<string, ProtoText> _files = ImmutableDictionary<string, ProtoText>.Empty;
    private CSharpCompilation _compilation;
    private BuildOptions _options;
    private bool _hasRemoved;

    public Project(BuildOptions? options = null, IEnumerable<MetadataReference>? references = null, CSharpParseOptions? parse = null)
    {
        _options = options ?? BuildOptions.Default;
        parse ??= CSharpParseOptions.Default;
        _compilation = CSharpCompilation.Create(
            "App", [CSharpSyntaxTree.ParseText("class Own { }", parse, PathOf("Own.cs"))], references ?? ReferenceSets.Default,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, specificDiagnosticOptions: AssemblyVersions));
        _driver = CSharpGeneratorDriver.Create(
            [new ProtoGenerator().AsSourceGenerator()], optionsProvider: _options, parseOptions: parse,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>Returns an absolute path for one relative to the project.</summary>
    public static string PathOf(string path) => path.StartsWith('/') ? path : $"{Folder}/{path}";

    public Project Add(string path, string text)
    {
        var file = new ProtoText(PathOf(path), text);
        _files = _files.Add(file.Path, file);
        _driver = _driver.AddAdditionalTexts([file]);
        return this;
    }

    /// <summary>Adds a file that does not exist.</summary>
    public Project AddMissing(string path)
    {
        _driver = _driver.AddAdditionalTexts([new MissingText(PathOf(path))]);
        return this;
    }

    public Project Edit(string path, string text)
    {
        var file = new ProtoText(PathOf(path), text);
        _driver = _driver.ReplaceAdditionalText(_files[file.Path], file);
        _files = _files.SetItem(file.Path, file);
        return this;
    }

    public Project Remove(string path)
    {
        _driver = _driver.RemoveAdditionalTexts([_files[PathOf(path)]]);
        _files = _files.Remove(PathOf(path));
        _hasRemoved = true;
        return this;
    }

    public Project EditCSharp(string text)
    {
        var tree = _compilation.SyntaxTrees.First();
        _compilation = _compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text)));
        return this;
    }

    public Project WithOptions(Func<BuildOptions, BuildOptions> change)
    {
        _options = change(_options);
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(_options);
        return this;
    }

    /// <summary>Runs the generator twice. Fails unless the second run, with nothing changed, reuses every result of the first.</summary>
    public GeneratorRun Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var updated, out _);
        var result = _driver.GetRunResult().Results.Single();
        if (result.Exception is { } exception) throw new InvalidOperationException("The generator threw.", exception);
        var run = new GeneratorRun(result, (CSharpCompilation)updated);
        // While it tracks steps, Roslyn 4.8 loses an entry in the run after a removal. Without tracking it does not.
        if (_hasRemoved) return run;
        var again = _driver.RunGenerators(_compilation.Clone()).GetRunResult().Results.Single();
        new GeneratorRun(again, _compilation).AssertAllCached();
        return run;
    }
}
