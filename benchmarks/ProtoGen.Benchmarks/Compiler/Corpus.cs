using System.Text;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Benchmarks.Compiler;

/// <summary>A file of the corpus: its import name and size in bytes.</summary>
internal sealed record CorpusFile(string Name, long Length);

/// <summary>The files below a folder.</summary>
internal static class Corpus
{
    /// <summary>Returns all .proto files, sorted by name, except those of google/protobuf, which the compiler contains.</summary>
    public static List<CorpusFile> FilesBelow(string root) =>
        [.. Directory.EnumerateFiles(root, "*.proto", SearchOption.AllDirectories)
            .Select(path => new CorpusFile(Path.GetRelativePath(root, path).Replace('\\', '/'), new FileInfo(path).Length))
            .Where(file => !file.Name.StartsWith("google/protobuf/", StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal)];

    /// <summary>Returns batches in which no two files have the same C# output, as one run of a generator requires.</summary>
    public static List<List<string>> Batches(string root, IReadOnlyList<CorpusFile> files)
    {
        var batches = new List<(HashSet<string> Outputs, List<string> Names)>();
        foreach (var file in files)
        {
            var output = OutputName(root, file.Name);
            var batch = batches.Find(candidate => !candidate.Outputs.Contains(output));
            if (batch.Names is null) batches.Add(batch = ([], []));
            batch.Outputs.Add(output);
            batch.Names.Add(file.Name);
        }

        return [.. batches.Select(batch => batch.Names)];
    }

    /// <summary>Returns the namespace that the option sets, or else the package, as written.</summary>
    public static string CSharpNamespace(FileNode file) =>
        file.Options.Find(option => option.NameParts is [{ Text: "csharp_namespace" }]) is { } written
            ? Encoding.UTF8.GetString(written.Bytes)
            : file.Package.Text;

    // With an empty base_namespace the generators name a file by its namespace and its own name.
    private static string OutputName(string root, string name)
    {
        var text = SourceText.From(File.ReadAllBytes(Path.Combine(root, name)));
        var file = ProtoParser.Parse(name, text, new ParseOptions()).File;
        var comparable = $"{CSharpNamespace(file)}/{Path.GetFileNameWithoutExtension(name)}".Replace("_", "").Replace("-", "");
        return comparable.ToLowerInvariant();
    }
}
