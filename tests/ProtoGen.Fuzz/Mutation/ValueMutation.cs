namespace ProtoGen.Fuzz.Mutation;

/// <summary>Replaces a number or string with a boundary value, or a name by another name of the file.</summary>
internal sealed class ValueMutation : IMutation
{
    private static readonly string[] Numbers =
    [
        "0", "1", "2", "127", "128", "18999", "19000", "19999", "20000", "536870911", "536870912", "2147483646", "2147483647", "2147483648",
        "4294967295", "4294967296", "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616",
        "99999999999999999999999", "017", "08", "0x1F", "0xFFFFFFFFFFFFFFFFF", "1.0", "1e3", "1e400", "1e-400", ".5", "5.", "1f", "1.5F",
        "0.1", "3.4028236e38", "-0", "-2147483648", "-2147483649", "max",
    ];

    private static readonly string[] Strings =
    [
        "\"\"", "\"a\"", "'b'", "\"\\0\"", "\"\\x80\"", "\"\\377\"", "\"\\u00e9\"", "\"\\U0001F600\"", "\"\\ud83d\\ude00\"", "\"\\q\"",
        "\"a\" 'b'", "\"\u00e9\"", "\"\u00c3\u00a9\"", "\"proto2\"", "\"proto3\"", "\"2023\"", "\"2024\"",
        "\"google/protobuf/descriptor.proto\"", "\"../x.proto\"", "\"foo.bar\"", "\"fooBar\"", "\"1\"", "\"[x]\"",
    ];

    public string Apply(string text, MutationSource source)
    {
        var tokens = Tokens.Split(text);
        List<int> values = [.. Enumerable.Range(0, tokens.Count).Where(index => IsValue(tokens[index]))];
        if (values.Count == 0) return text;
        var at = source.Pick(values);
        if (char.IsAsciiDigit(tokens[at][0])) tokens[at] = source.Pick(Numbers);
        else if (tokens[at][0] is '"' or '\'') tokens[at] = source.Pick(Strings);
        else tokens[at] = source.Pick([.. tokens.Where(IsName)]);
        return string.Concat(tokens);
    }

    private static bool IsValue(string token) => char.IsAsciiDigit(token[0]) || token[0] is '"' or '\'' || IsName(token);

    private static bool IsName(string token) => char.IsAsciiLetter(token[0]) || token[0] == '_';
}
