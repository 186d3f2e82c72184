namespace ProtoGen.Compiler.Emit.Code;

/// <summary>Replaces the expression bodies and property initializers in generated code, which C# before version 7 lacks.</summary>
/// <remarks>
/// protoc's output compiles with C# 3, and few projects need that. The emitter therefore writes the shorter syntax, one member on each
/// line, and this class changes those lines.
/// </remarks>
internal static class OldSyntax
{
    private const string Arrow = " => ";
    private const string Initializer = " { get; } = ";

    /// <summary>Rewrites a whole file.</summary>
    public static string Rewrite(string code)
    {
        var lines = code.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].TrimStart().StartsWith("//", StringComparison.Ordinal))
                lines[i] = RewriteLine(lines[i]);
        }

        return string.Join("\n", lines);
    }

    private static string RewriteLine(string line)
    {
        if (line.IndexOf(Initializer, StringComparison.Ordinal) is > 0 and var initializer) return RewriteInitializer(line, initializer);
        if (line.IndexOf("=>", StringComparison.Ordinal) < 0) return line;
        return RewriteMember(RewriteAccessor(RewriteAccessor(line, "get", "return "), "set", ""));
    }

    // "public static T P { get; } = value;" needs a field for its value. No field of protoc's output starts with two underscores.
    private static string RewriteInitializer(string line, int start)
    {
        var header = line.Substring(0, start);
        var name = header.Substring(header.LastIndexOf(' ') + 1);
        var indent = line.Substring(0, line.Length - line.TrimStart().Length);
        var type = header.Substring(0, header.Length - name.Length).Trim();
        var field = type.Replace("public static ", "private static readonly ");
        return $"{indent}{field} __{name} = {line.Substring(start + Initializer.Length)}\n{header} {{ get {{ return __{name}; }} }}";
    }

    private static string RewriteAccessor(string line, string keyword, string statement)
    {
        var start = -1;
        while ((start = line.IndexOf(keyword + Arrow, start + 1, StringComparison.Ordinal)) >= 0)
        {
            if (start > 0 && line[start - 1] is not (' ' or '{')) continue;
            var body = start + keyword.Length + Arrow.Length;
            var end = FindAtTopLevel(line, body, ";");
            return $"{line.Substring(0, start)}{keyword} {{ {statement}{line.Substring(body, end - body)}; }}{line.Substring(end + 1)}";
        }

        return line;
    }

    private static string RewriteMember(string line)
    {
        var arrow = FindAtTopLevel(line, 0, Arrow);
        if (arrow < 0) return line;
        var header = line.Substring(0, arrow);
        var body = line.Substring(arrow + Arrow.Length);
        if (header[header.Length - 1] != ')') return $"{header} {{ get {{ return {body} }} }}";
        return header.Contains(" void ") ? $"{header} {{ {body} }}" : $"{header} {{ return {body} }}";
    }

    // Skips brackets, which can contain lambda expressions, and string literals.
    private static int FindAtTopLevel(string line, int start, string sought)
    {
        var depth = 0;
        var isInString = false;
        for (var i = start; i < line.Length; i++)
        {
            if (isInString)
            {
                if (line[i] == '\\') i++;
                else if (line[i] == '"') isInString = false;
                continue;
            }

            if (depth == 0 && string.CompareOrdinal(line, i, sought, 0, sought.Length) == 0) return i;
            if (line[i] == '"') isInString = true;
            else if (line[i] is '(' or '[' or '{') depth++;
            else if (line[i] is ')' or ']' or '}') depth--;
        }

        return -1;
    }
}
