namespace ProtoGen.Compiler.Emit.Code;

/// <summary>Writes text as <c>//</c> comments, one per line, so that no part of it can become code.</summary>
internal static class LineComment
{
    private static readonly char[] LineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    /// <summary>Writes each line of the text as a separate comment.</summary>
    public static void Write(CodeWriter writer, string text)
    {
        foreach (var line in text.TrimEnd(LineEnds).Split(LineEnds))
        {
            writer.Write(line.Length == 0 || line[0] == ' ' ? "//" : "// ");
            writer.WriteLine(line);
        }
    }
}
