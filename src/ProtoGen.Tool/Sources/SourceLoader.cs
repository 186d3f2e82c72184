using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Tool.Output;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Sources;

/// <summary>Reads and parses the input files and all files that they import, on all cores.</summary>
/// <remarks>Files that are not on disk come from descriptor sets. The linker reports files that are not found.</remarks>
internal sealed class SourceLoader(SourceTree tree, DescriptorSets sets, ParseOptions options, Progress progress)
{
    private readonly HashSet<string> _known = [];

    public List<ParsedFile> Load(IEnumerable<string> names)
    {
        var files = new List<ParsedFile>();
        var batch = names.Where(_known.Add).ToList();
        while (batch.Count > 0)
        {
            var parsed = Parse(batch);
            files.AddRange(parsed);
            batch = parsed.Where(file => !file.HasErrors)
                .SelectMany(file => file.File.Imports)
                .Select(import => import.Path)
                .Where(_known.Add)
                .ToList();
            progress.Report("Parsing", files.Count, files.Count + batch.Count);
        }

        return files;
    }

    private List<ParsedFile> Parse(List<string> names)
    {
        var parsed = new ParsedFile?[names.Count];
        if (names.Count < FileWork.FewFiles)
        {
            for (var i = 0; i < parsed.Length; i++) parsed[i] = Parse(names[i]);
        }
        else
        {
            ParseInParallel(names, parsed);
        }

        return parsed.OfType<ParsedFile>().ToList();
    }

    // A method of its own, so that a run for few files does not load the assembly of Parallel.
    private void ParseInParallel(List<string> names, ParsedFile?[] parsed) =>
        Parallel.For(0, names.Count, i => parsed[i] = Parse(names[i]));

    private ParsedFile? Parse(string name) => tree.Read(name) is { } text ? ProtoParser.Parse(name, text, options) : sets.Find(name);
}
