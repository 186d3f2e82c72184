using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Turns the text of a .proto file into a tree.</summary>
public static class ProtoParser
{
    /// <summary>Parses one file. Never throws for what the text holds: what is wrong is in the result's diagnostics.</summary>
    /// <param name="fileName">The import name, such as <c>a/b.proto</c>.</param>
    /// <param name="text">The text.</param>
    /// <param name="options">What to keep; null for <see cref="ParseOptions.Default"/>.</param>
    public static ParsedFile Parse(string fileName, SourceText text, ParseOptions? options = null) =>
        new Parser(fileName, text, options ?? ParseOptions.Default).ParseFile();
}
