using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax.Nodes;

/// <summary>Removes the comment marks, so that the text is what protoc stores in SourceCodeInfo.</summary>
internal static class CommentText
{
    /// <summary>Returns whether a comment has no content. protoc does not store such a comment.</summary>
    public static bool IsEmpty(SourceText source, TextSpan comment) =>
        comment.Length == 0 || (comment.Length == 2 && IsLine(source, comment)) || (comment.Length == 4 && !IsLine(source, comment));

    /// <summary>Returns the content of a comment in UTF-8.</summary>
    public static byte[] GetBytes(SourceText source, TextSpan comment)
    {
        var text = source.Bytes;
        var content = new byte[comment.Length];
        var length = IsLine(source, comment) ? CopyLines(text, comment, content) : CopyBlock(text, comment, content);
        Array.Resize(ref content, length);
        return content;
    }

    private static bool IsLine(SourceText source, TextSpan comment) => source.Bytes[comment.Start + 1] == '/';

    private static int CopyLines(byte[] text, TextSpan comment, byte[] content)
    {
        var length = 0;
        var position = comment.Start;
        while (position < comment.End)
        {
            position += 2;
            while (position < comment.End)
            {
                var c = text[position++];
                content[length++] = c;
                if (c == '\n')
                {
                    break;
                }
            }

            position = SkipSpace(text, position, comment.End);
        }

        return length;
    }

    private static int CopyBlock(byte[] text, TextSpan comment, byte[] content)
    {
        var length = 0;
        var end = comment.End - 2;
        var position = comment.Start + 2;
        while (position < end)
        {
            var c = text[position++];
            content[length++] = c;
            if (c == '\n')
            {
                position = SkipSpace(text, position, end);
                if (position < end && text[position] == '*')
                {
                    position++;
                }
            }
        }

        return length;
    }

    private static int SkipSpace(byte[] text, int position, int end)
    {
        while (position < end && CharClass.IsSpaceInLine(text[position]))
        {
            position++;
        }

        return position;
    }
}
