using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>What the parser made of one file. After an error the tree holds all that could be read.</summary>
public sealed class ParsedFile
{
    internal ParsedFile(FileNode file, SourceText text, IReadOnlyList<Diagnostic> diagnostics, bool hasErrors, SourceLocations? locations)
    {
        File = file;
        Path = file.Name;
        Text = text;
        Diagnostics = diagnostics;
        HasErrors = hasErrors;
        Locations = locations;
    }

    /// <summary>The tree.</summary>
    public FileNode File { get; }

    /// <summary>The name under which it was parsed, which stays when it is renamed: for a host that knows files by their paths, the path.</summary>
    public string Path { get; private init; }

    /// <summary>The text it was parsed from.</summary>
    public SourceText Text { get; }

    /// <summary>Errors and warnings of lexer and parser, in protoc's order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether protoc would go no further with this file.</summary>
    public bool HasErrors { get; }

    /// <summary>The locations for SourceCodeInfo; null unless they were asked for.</summary>
    public SourceLocations? Locations { get; }

    /// <summary>The same file under another name, importing other names: for a host that knows files by their paths.</summary>
    /// <param name="name">The import name.</param>
    /// <param name="imports">What each import is to be called, in source order.</param>
    public ParsedFile Rename(string name, IReadOnlyList<string> imports) => new(File.Rename(name, imports), Text, Diagnostics, HasErrors, Locations) { Path = Path };
}
