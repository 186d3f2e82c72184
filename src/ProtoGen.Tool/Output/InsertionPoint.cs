using System.Text;

namespace ProtoGen.Tool.Output;

/// <summary>Inserts text at <c>@@protoc_insertion_point(NAME)</c>.</summary>
internal static class InsertionPoint
{
    /// <summary>Returns the text with the inserted content; null if it has no such insertion point.</summary>
    /// <remarks>
    /// The content goes before the line of the insertion point, with the same indentation, or directly before an insertion point in <c>/*
    /// */</c>.
    /// </remarks>
    public static byte[]? Insert(byte[] text, string name, byte[] content)
    {
        var mark = text.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"@@protoc_insertion_point({name})"));
        if (mark < 0)
        {
            return null;
        }

        var isInline = mark > 3 && text.AsSpan(mark - 3, 2).SequenceEqual("/*"u8);
        var position = isInline ? mark - 3 : text.AsSpan(0, mark).LastIndexOf((byte)'\n') + 1;
        var indentLength = text.AsSpan(position).IndexOfAnyExcept((byte)' ', (byte)'\t');
        ReadOnlySpan<byte> indent = text.AsSpan(position, Math.Max(indentLength, 0));

        using var result = new MemoryStream(text.Length + content.Length + 16);
        result.Write(text, 0, position);
        WriteLines(result, content, indent);
        result.Write(text, position, text.Length - position);
        return result.ToArray();
    }

    private static void WriteLines(MemoryStream result, ReadOnlySpan<byte> content, ReadOnlySpan<byte> indent)
    {
        while (content.Length > 0)
        {
            var lineFeed = content.IndexOf((byte)'\n');
            var line = lineFeed < 0 ? content : content[..lineFeed];
            result.Write(indent);
            result.Write(line);
            result.WriteByte((byte)'\n');
            content = content[(lineFeed < 0 ? content.Length : lineFeed + 1)..];
        }
    }
}
