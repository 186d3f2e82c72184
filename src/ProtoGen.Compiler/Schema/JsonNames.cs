namespace ProtoGen.Compiler.Schema;

/// <summary>Derives JSON names and other spellings of names.</summary>
internal static class JsonNames
{
    /// <summary>The name without underscores, each letter behind one in upper case: <c>foo_bar</c> is <c>fooBar</c>.</summary>
    internal static string FromName(string name)
    {
        if (name.IndexOf('_') < 0) return name;
        var result = new char[name.Length];
        var length = 0;
        var isUpper = false;
        foreach (var c in name)
        {
            if (c == '_')
            {
                isUpper = true;
                continue;
            }

            result[length++] = isUpper ? ToUpper(c) : c;
            isUpper = false;
        }

        return new string(result, 0, length);
    }

    internal static char ToUpper(char c) => c is >= 'a' and <= 'z' ? (char)(c - 32) : c;

    internal static char ToLower(char c) => c is >= 'A' and <= 'Z' ? (char)(c + 32) : c;
}
