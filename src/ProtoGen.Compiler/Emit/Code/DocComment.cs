namespace ProtoGen.Compiler.Emit.Code;

/// <summary>Writes the comments of a .proto file as XML doc comments in protoc's layout.</summary>
public static class DocComment
{
    /// <summary>Writes a comment as a summary, or nothing if it is empty.</summary>
    public static void Write(CodeWriter writer, string? comment)
    {
        if (string.IsNullOrEmpty(comment)) return;
        writer.WriteLine("/// <summary>");
        var blankBefore = false;
        var start = 0;
        for (var i = 0; i <= comment!.Length; i++)
        {
            if (i < comment.Length && !IsLineEnd(comment[i])) continue;
            if (i == start)
            {
                blankBefore = true;
            }
            else
            {
                if (blankBefore) writer.WriteLine("///");
                blankBefore = false;
                WriteLine(writer, comment, start, i);
            }

            if (i + 1 < comment.Length && comment[i] == '\r' && comment[i + 1] == '\n') i++;
            start = i + 1;
        }

        writer.WriteLine("/// </summary>");
    }

    /// <summary>
    /// Returns text for an XML comment: markup is escaped, and spaces replace line ends and characters that are invalid in XML.
    /// </summary>
    public static string Escape(string text)
    {
        using var writer = new CodeWriter();
        foreach (var c in text) WriteCharacter(writer, c);
        return writer.ToString();
    }

    /// <summary>Returns text for a <c>//</c> comment, in which spaces replace characters that would end the line.</summary>
    public static string SingleLine(string text)
    {
        var chars = text.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
        {
            if (IsLineEnd(chars[i]) || char.IsControl(chars[i]))
                chars[i] = ' ';
        }

        return new string(chars);
    }

    private static void WriteLine(CodeWriter writer, string comment, int start, int end)
    {
        writer.Write("///");
        if (comment[start] == '/')
        {
            writer.Write("&#x2F;");
            start++;
        }

        for (var i = start; i < end; i++)
        {
            if (char.IsHighSurrogate(comment[i]) && i + 1 < end && char.IsLowSurrogate(comment[i + 1]))
            {
                writer.Write(comment[i++]);
                writer.Write(comment[i]);
            }
            else
            {
                // XML forbids "]]>" in text; any other ">" stays, as in protoc's docs.
                if (comment[i] == '>' && i > start && comment[i - 1] == ']') writer.Write("&gt;");
                else WriteCharacter(writer, comment[i]);
            }
        }

        writer.WriteLine();
    }

    private static void WriteCharacter(CodeWriter writer, char c)
    {
        if (c == '&') writer.Write("&amp;");
        else if (c == '<') writer.Write("&lt;");
        else if (IsLineEnd(c) || (c < ' ' && c != '\t') || char.IsSurrogate(c) || c >= '\uFFFE') writer.Write(' ');
        else writer.Write(c);
    }

    /// <summary>Returns whether a character ends a line in C#.</summary>
    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
}
