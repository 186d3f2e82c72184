namespace ProtoGen.Fuzz.Mutation;

/// <summary>Deletes, repeats, swaps or replaces a token.</summary>
internal sealed class TokenMutation : IMutation
{
    private static readonly string[] Words =
    [
        "syntax", "edition", "package", "import", "public", "weak", "option", "message", "enum", "service", "rpc", "returns", "stream",
        "extend", "extensions", "reserved", "to", "max", "oneof", "group", "map", "optional", "required", "repeated", "export", "local",
        "default", "json_name", "true", "false", "inf", "nan", "int32", "uint64", "sint32", "fixed64", "string", "bytes", "bool", "float",
        "double", "features", "deprecated", "packed", "lazy", "jstype", "ctype", "allow_alias", "message_set_wire_format", "declaration",
        "verification", "uninterpreted_option", "google", "protobuf", "map_entry", "{", "}", "[", "]", "(", ")", "<", ">", ";", ",", ".",
        "=", ":", "-", "+", "/", "\"\"", "''", "0", "1", "-1", "1.5", "0x10", "option deprecated = true;", "[deprecated = true]",
        "[packed = true]", "reserved 1 to 5;", "extensions 100 to max;", "{ }", "optional int32 x = 1;",
        "option features.field_presence = IMPLICIT;", "features.enum_type = CLOSED", "map<string, int32> m = 3;",
        "oneof o { int32 y = 7; }", "optional group G = 9 { }", "import \"google/protobuf/descriptor.proto\";", "syntax = \"proto2\";",
        "syntax = \"proto3\";", "edition = \"2023\";", "edition = \"2024\";", "package a.b;",
    ];

    public string Apply(string text, MutationSource source)
    {
        var tokens = Tokens.Split(text);
        List<int> code = [.. Enumerable.Range(0, tokens.Count).Where(index => Tokens.IsCode(tokens[index]))];
        if (code.Count == 0) return source.Pick(Words);
        var at = source.Pick(code);
        var other = source.Pick(code);
        switch (source.Random.Next(5))
        {
            case 0: tokens.RemoveAt(at); break;
            case 1: tokens.Insert(at, tokens[other]); break;
            case 2: (tokens[at], tokens[other]) = (tokens[other], tokens[at]); break;
            case 3: tokens[at] = source.Pick(Words); break;
            default: tokens.Insert(at, source.Pick(Words) + " "); break;
        }

        return string.Concat(tokens);
    }
}
