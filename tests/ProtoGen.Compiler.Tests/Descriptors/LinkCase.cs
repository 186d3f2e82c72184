using System.Text;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Descriptors;

/// <summary>
/// The .proto files that one test links together. In the files under Cases, a line <c># name</c> begins a case and <c>@ file</c> a file.
/// A line <c>&gt; files</c> names the files on the command line if they are not just test.proto.
/// </summary>
public sealed record LinkCase(string Name, IReadOnlyList<(string Name, byte[] Text)> Files, IReadOnlyList<string> Inputs)
{
    public static IEnumerable<LinkCase> ReadAll(string area)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Descriptors", "Cases", area + ".txt");
        foreach (var text in ("\n" + File.ReadAllText(path)).Split("\n# ").Skip(1)) yield return Parse(text);
    }

    public ParsedFile[] ParseFiles() =>
        Files.Select(file => ProtoParser.Parse(file.Name, SourceText.From(file.Text), ParseOptions.Default)).ToArray();

    public LinkResult LinkAsCommandLine() => Linker.Link(ParseFiles(), new LinkOptions { CommandLine = Inputs });

    public override string ToString() => Name;

    private static LinkCase Parse(string text)
    {
        var parts = text.Split("\n@ ");
        var head = parts[0].Split("\n> ");
        var files = new List<(string, byte[])>();
        foreach (var part in parts.Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            files.Add((part[..end].Trim(), Encoding.UTF8.GetBytes(part[(end + 1)..])));
        }

        return new LinkCase(head[0].Trim(), files, head.Length > 1 ? head[1].Trim().Split(' ') : ["test.proto"]);
    }
}
