using System.Collections.Concurrent;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.WellKnown;

/// <summary>Holds the google/protobuf/*.proto files that protoc ships with, embedded at build time.</summary>
public static class WellKnownFiles
{
    private static readonly ConcurrentDictionary<string, ParsedFile?> Parsed = new();

    /// <summary>
    /// Returns the parsed file of this import name, such as <c>google/protobuf/any.proto</c>; null if it is not a well-known file.
    /// </summary>
    public static ParsedFile? TryGet(string name) =>
        name.StartsWith("google/protobuf/", StringComparison.Ordinal) ? Parsed.GetOrAdd(name, Parse) : null;

    private static ParsedFile? Parse(string name)
    {
        using var stream = typeof(WellKnownFiles).Assembly.GetManifestResourceStream(name);
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        var read = 0;
        while (read < bytes.Length) read += stream.Read(bytes, read, bytes.Length - read);
        return ProtoParser.Parse(name, SourceText.From(bytes), new ParseOptions { RecordLocations = true });
    }
}
