using System.Globalization;

namespace ProtoGen.Runtime.Json;

/// <summary>Describes the position of an error in a text.</summary>
internal static class JsonLocation
{
    /// <summary>Returns a suffix for an error message with the line and the character position, both counted from 1.</summary>
    public static string Describe(ReadOnlySpan<byte> text, int offset)
    {
        var before = text[..Math.Min(offset, text.Length)];
        var line = before.Count((byte)'\n') + 1;
        var column = 1;
        foreach (var b in before[(before.LastIndexOf((byte)'\n') + 1)..])
            column += (b & 0xC0) != 0x80 ? 1 : 0;
        return string.Create(CultureInfo.InvariantCulture, $" (line {line}, position {column}).");
    }
}
