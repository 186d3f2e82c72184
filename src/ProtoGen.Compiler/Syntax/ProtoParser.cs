using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Parses .proto files.</summary>
public static class ProtoParser
{
    /// <summary>Parses one file. It does not throw for any text. The diagnostics of the result contain the errors.</summary>
    /// <param name="fileName">The import name, such as <c>a/b.proto</c>.</param>
    /// <param name="text">The text.</param>
    /// <param name="options">What to record; null for <see cref="ParseOptions.Default"/>.</param>
    public static ParsedFile Parse(string fileName, SourceText text, ParseOptions? options = null) =>
        new Parser(fileName, text, options ?? ParseOptions.Default).ParseFile();
}
