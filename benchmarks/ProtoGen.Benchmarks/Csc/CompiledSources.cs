using System.Reflection;
using ProtoGen.Benchmarks.Compiler;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Benchmarks.Csc;

/// <summary>The C# that one generator writes for the messages of some .proto files, in a separate folder.</summary>
internal sealed class CompiledSources
{
    private readonly string _folder;

    private CompiledSources(string name, string folder)
    {
        (Name, _folder) = (name, folder);
        foreach (var file in Files())
        {
            Bytes += new FileInfo(file).Length;
            Lines += File.ReadLines(file).Count();
        }
    }

    /// <summary>Gets the name of the generator.</summary>
    public string Name { get; }

    /// <summary>Gets the size of all files.</summary>
    public long Bytes { get; }

    /// <summary>Gets the lines of all files.</summary>
    public long Lines { get; }

    /// <summary>Gets the path of the SDK's csc.dll.</summary>
    public static string Csc { get; } = typeof(CompiledSources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "CscPath").Value!;

    /// <summary>Returns the code that protoc writes.</summary>
    public static CompiledSources OfProtoc(CompilerTools tools, IReadOnlyCollection<string> files, string folder)
    {
        var outputs = Corpus.Batches(tools.Corpus, [.. files.Select(file => new CorpusFile(file, 0))]);
        for (var i = 0; i < outputs.Count; i++)
        {
            var output = Directory.CreateDirectory(Path.Combine(folder, i.ToString())).FullName;
            string[] arguments = [$"-I{tools.Corpus}", $"-I{tools.Include}", $"--csharp_out=base_namespace=:{output}", .. outputs[i]];
            ProcessCost.Of(tools.Protoc, arguments);
        }

        return new CompiledSources("protoc", folder);
    }

    /// <summary>Returns the code that ProtoGen writes for the newest C#.</summary>
    public static CompiledSources OfProtoGen(string corpus, IReadOnlyCollection<string> files, string folder, bool hasRuntime)
    {
        Directory.CreateDirectory(folder);
        var options = CSharpOptions.Default with { HasRuntime = hasRuntime };
        var parsed = files.Select(
            name => ProtoParser.Parse(name, SourceText.From(File.ReadAllBytes(Path.Combine(corpus, name))), ParseOptions.Default));
        var linked = Linker.Link([.. parsed]);
        if (linked.HasErrors) throw new InvalidOperationException(linked.Diagnostics[0].Message);
        var number = 0;
        foreach (var file in linked.Files.Where(file => files.Contains(file.Name)))
            File.WriteAllText(Path.Combine(folder, $"{number++}.cs"), MessagesEmitter.Emit(CSharpModelBuilder.Build(file.File!, options)));
        return new CompiledSources(hasRuntime ? "ProtoGen" : "ProtoGen without its runtime", folder);
    }

    /// <summary>Compiles all files into one assembly, optimized, with the references of this program.</summary>
    /// <param name="options">Options that csc does not read from a response file.</param>
    public ProcessCost Compile(params string[] options)
    {
        var response = Path.Combine(_folder, "csc.rsp");
        string[] compilation =
        [
            "-nologo", "-nostdlib", "-target:library", "-optimize+", "-parallel-", "-debug:portable", "-nowarn:612,618,1701",
            $"-out:{Path.Combine(_folder, "out.dll")}",
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "references.txt")).Select(path => $"-r:\"{path}\""),
            .. Files().Select(file => $"\"{file}\""),
        ];
        File.WriteAllLines(response, compilation);
        return ProcessCost.Of("dotnet", [Csc, "-noconfig", .. options, "@" + response]);
    }

    private string[] Files() => Directory.GetFiles(_folder, "*.cs", SearchOption.AllDirectories);
}
