using System.Diagnostics;
using Google.Protobuf;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProtoGen.SourceGenerator;

namespace ProtoGen.Benchmarks.Generator;

/// <summary>Measures an edit in an IDE: the compiler's driver runs the generator over 1,000 files, of which one has changed.</summary>
internal sealed class GeneratorSuite
{
    private const int Files = 1000;
    private const int Edits = 1000;
    private const int SharedEdits = 20;
    private const int CSharpEdits = 200;

    private readonly ProtoFileText[] _files = new ProtoFileText[Files];
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    private GeneratorSuite()
    {
        for (var file = 0; file < Files; file++)
            _files[file] = new ProtoFileText(SyntheticProject.PathOf(file), SyntheticProject.TextOf(file, 0));
        var framework = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll");
        _compilation = CSharpCompilation.Create(
            "App", [CSharpSyntaxTree.ParseText("class Own { }")],
            [
                .. framework.Append(typeof(IMessage).Assembly.Location)
                    .Append(Path.Combine(AppContext.BaseDirectory, "ProtoGen.Runtime.dll"))
                    .Select(file => MetadataReference.CreateFromFile(file)),
            ]);
        _driver = CSharpGeneratorDriver.Create([new ProtoGenerator().AsSourceGenerator()], _files, optionsProvider: new NoOptions());
    }

    /// <summary>Runs the suite and prints its figures.</summary>
    public static int Run(string[] args)
    {
        var suite = new GeneratorSuite();
        Console.WriteLine("| run | driver, median | p95 | generator's part, median | processor, mean |\n|---|---|---|---|---|");
        Report($"first run, {Files} files", 1, _ => suite.Measure());
        foreach (var diagnostic in suite._driver.GetRunResult().Diagnostics.Take(5)) Console.WriteLine(diagnostic);
        suite.EditProto(SyntheticProject.SharedFiles, 1);
        suite.Measure();

        var before = GC.GetTotalMemory(forceFullCollection: true);
        Report("edit of a .proto that none imports", Edits, suite.EditLeaf);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Report($"edit of a .proto that {(Files / SyntheticProject.SharedFiles) - 1} import", SharedEdits, suite.EditShared);
        Report("edit of a .cs file", CSharpEdits, suite.EditCSharp);
        var isFlat = after < before + (before / 10);
        Console.WriteLine(
            $"\nMemory over the {Edits} edits of a .proto that none imports: {before >> 20} MB before, {after >> 20} MB after: {(isFlat ? "flat" : "it GROWS")}.");
        return isFlat ? 0 : 1;
    }

    private (double Driver, double Own) EditCSharp(int number)
    {
        _compilation = _compilation.ReplaceSyntaxTree(
            _compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText($"class Own {{ int field{number}; }}"));
        return Measure();
    }

    private (double Driver, double Own) EditLeaf(int number)
    {
        EditProto(SyntheticProject.SharedFiles + (number * 7 % (Files - SyntheticProject.SharedFiles)), number + 2);
        return Measure();
    }

    private (double Driver, double Own) EditShared(int number)
    {
        EditProto(number % SyntheticProject.SharedFiles, number + 2);
        return Measure();
    }

    private void EditProto(int file, int version)
    {
        var edited = new ProtoFileText(SyntheticProject.PathOf(file), SyntheticProject.TextOf(file, version));
        _driver = _driver.ReplaceAdditionalText(_files[file], edited);
        _files[file] = edited;
    }

    /// <summary>Returns the milliseconds of one run of the driver, and those of the generator alone.</summary>
    private (double Driver, double Own) Measure()
    {
        var watch = Stopwatch.StartNew();
        _driver = _driver.RunGenerators(_compilation);
        return (watch.Elapsed.TotalMilliseconds, _driver.GetTimingInfo().GeneratorTimes[0].ElapsedTime.TotalMilliseconds);
    }

    private static void Report(string what, int count, Func<int, (double Driver, double Own)> measure)
    {
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var times = Enumerable.Range(0, count).Select(measure).ToArray();
        var used = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds / count;
        var driver = times.Select(time => time.Driver).Order().ToArray();
        var own = times.Select(time => time.Own).Order().ToArray();
        Console.WriteLine(
            $"| {what} | {driver[count / 2]:F2} ms | {driver[count * 95 / 100]:F2} ms | {own[count / 2]:F2} ms | {used:F2} ms |");
    }

    private sealed class ProtoFileText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class NoOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new ProjectFolder();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class ProjectFolder : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = key == "build_property.projectdir" ? "/src/App/" : "";
                return value.Length > 0;
            }
        }
    }
}
