using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>The result of parsing one file. After an error, the tree contains everything that could be read.</summary>
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

    /// <summary>Gets the tree.</summary>
    public FileNode File { get; }

    /// <summary>Gets the name under which the file was parsed, which may be its path. <see cref="Rename"/> keeps it.</summary>
    public string Path { get; private init; }

    /// <summary>Gets the text that was parsed.</summary>
    public SourceText Text { get; }

    /// <summary>Gets the errors and warnings of the lexer and the parser, in protoc's order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Gets whether the file has errors, so that protoc would not link it.</summary>
    public bool HasErrors { get; }

    /// <summary>Gets the locations for SourceCodeInfo; null unless <see cref="ParseOptions.RecordLocations"/> was set.</summary>
    public SourceLocations? Locations { get; }

    /// <summary>Returns the same file under another name and with renamed imports, for a host that parses files by path.</summary>
    /// <param name="name">The import name.</param>
    /// <param name="imports">The new name of each import, in source order.</param>
    public ParsedFile Rename(string name, IReadOnlyList<string> imports) =>
        new(File.Rename(name, imports), Text, Diagnostics, HasErrors, Locations) { Path = Path };
}
