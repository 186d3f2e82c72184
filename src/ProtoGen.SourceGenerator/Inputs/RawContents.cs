using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Project.Items;
using CompilerText = ProtoGen.Compiler.Text.SourceText;

namespace ProtoGen.SourceGenerator.Inputs;

/// <summary>The bytes of .proto files that are not UTF-8.</summary>
/// <remarks>The C# compiler loses some of these bytes when it decodes the files, but protoc keeps them.</remarks>
/// <param name="Lines">A line for each file with its path, a <c>|</c> and its bytes in Base64.</param>
internal sealed record RawContents(EquatableArray<string> Lines)
{
    /// <summary>Reads the files that the build wrote.</summary>
    public static RawContents Parse(IEnumerable<string> texts) =>
        new(new EquatableArray<string>([.. texts.SelectMany(text => text.Split('\n')).Where(line => line.Length > 0)]));

    /// <summary>Returns the content of a file; null if the file is UTF-8.</summary>
    public ProtoContent? Get(string path)
    {
        foreach (var line in Lines)
        {
            if (line.Length > path.Length && line[path.Length] == '|' && line.StartsWith(path, StringComparison.Ordinal))
                return new BytesContent(Convert.FromBase64String(line.Substring(path.Length + 1)));
        }

        return null;
    }

    private sealed class BytesContent(byte[] bytes) : ProtoContent
    {
        /// <inheritdoc/>
        protected override CompilerText? Read(CancellationToken cancellation) => CompilerText.From(bytes);
    }
}
