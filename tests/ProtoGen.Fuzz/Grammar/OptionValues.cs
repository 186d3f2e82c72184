namespace ProtoGen.Fuzz.Grammar;

/// <summary>Makes values and settings of the options that <see cref="OptionLibrary"/> declares.</summary>
internal sealed class OptionValues(Chance chance)
{
    private const int MaxDepth = 3;

    private static readonly (string Name, string Kind)[] NamedFields =
    [
        ("i32", "int"), ("i64", "int"), ("u32", "uint"), ("u64", "uint"), ("s32", "int"), ("sf64", "int"), ("f", "float"), ("d", "float"),
        ("b", "bool"), ("s", "string"), ("raw", "string"), ("color", "enum"), ("value", "message"), ("many", "int*"), ("texts", "string*"),
        ("values", "message*"), ("counts", "counts"), ("by_number", "by_number"), ("group", "group"), ("Group", "group"), ("first", "int"),
        ("second", "string"), ("any", "any"), ("fx32", "uint"), ("only_files", "int"), ("(fz.options.ext_number)", "int"),
        ("(fz.options.ext_value)", "message"), ("(.fz.options.ext_texts)", "string*"), ("missing", "int"),
    ];

    /// <summary>Returns a setting, such as <c>(fz.options.field).value.i32 = 3</c>.</summary>
    public string Setting(string target)
    {
        if (target == "field" && chance.OnceIn(4))
            return chance.OnceIn(2) ? "(fz.options.field_text) = " + Value("string", 0) : "(fz.options.field_colors) = " + Value("enum", 0);
        if (target == "file" && chance.OnceIn(4))
            return chance.OnceIn(2) ? "(fz.options.file_number) = " + Value("int", 0) : "(fz.options.file_texts) = " + Value("string", 0);
        if (target == "message" && chance.OnceIn(5))
        {
            return chance.Pick(
                "(fz.options.needy) = { need: 1 }", "(fz.options.needy).more.need = 4",
                "(fz.options.set) = { [fz.options.InSet.in_set] { n: 1 } }", "(fz.options.set).(fz.options.InSet.in_set).n = 2");
        }
        var prefix = chance.Pick("fz.options.", ".fz.options.", "options.", "fz.options.");
        var name = $"({prefix}{(chance.IsWrong ? "none" : target)})";
        var kind = "message";
        while (kind is "message" or "group" && !chance.OnceIn(3))
        {
            (var part, var partKind) = kind == "group" ? ("inner", "int") : chance.Pick(NamedFields);
            if (part is "missing" or "only_files" or "Group" && !chance.IsBold) continue;
            name += "." + part;
            kind = partKind;
        }

        return $"{name} = {Value(kind.TrimEnd('*'), 0)}";
    }

    /// <summary>Returns a value as the option syntax has it: at depth 0 in a statement, deeper in text format.</summary>
    private string Value(string kind, int depth)
    {
        if (chance.IsWrong) kind = chance.Pick("int", "string", "bool", "enum", "message");
        return kind switch
        {
            "int" => chance.Pick("0", "1", "-1", "2147483647", "-2147483648", "0x7f", "017", "42", chance.IsBold ? "2147483648" : "43"),
            "uint" => chance.Pick("0", "1", "4294967295", "0xffffffff", "7", chance.IsBold ? "-1" : "8"),
            "float" =>
                chance.Pick("0", "1", "1.5", "-1.5", "inf", "-inf", "nan", "1e10", "3.4e39", "1e-50", "0.1", depth > 0 ? "1f" : "2.5"),
            "bool" => chance.Pick("true", "false", "true", "false", depth > 0 ? "1" : "true", depth > 0 ? "t" : "false"),
            "string" => chance.Pick("\"\"", "'x'", "\"a\" \"b\"", "\"\\x41\\n\"", "\"\u00c3\u00a9\"", "'\\377'"),
            "enum" => chance.Pick("RED", "GREEN", "BLUE", "RED", depth > 0 ? "1" : "BLUE", chance.IsBold ? "PINK" : "GREEN"),
            "any" => depth > 0 || !chance.OnceIn(4)
                ? "{ [type.googleapis.com/fz.options.Value] { " + Fields(depth + 1) + " } }"
                : "{ type_url: 'x' value: 'y' }",
            "counts" => "{ key: 'k' value: " + chance.Below(9) + " }",
            "by_number" => "{ key: " + chance.Below(9) + " value { " + Fields(depth + 1) + " } }",
            "group" => "{ inner: 1 colors: [RED, GREEN] colors: BLUE }",
            _ => Braces(Fields(depth + 1), depth),
        };
    }

    private string Braces(string fields, int depth) => depth > 0 && chance.OnceIn(4) ? "< " + fields + " >" : "{ " + fields + " }";

    /// <summary>Returns fields in text format.</summary>
    private string Fields(int depth)
    {
        var parts = new List<string>();
        var used = new HashSet<string>();
        for (var count = chance.Below(4); count > 0; count--)
        {
            (var name, var kind) = chance.Pick(NamedFields);
            var isRepeated = kind.EndsWith('*') || kind is "counts" or "by_number";
            if (!chance.IsBold
                && (name is "missing" or "only_files" or "group" || !isRepeated && !used.Add(name is "second" ? "first" : name)))
            {
                continue;
            }
            if (depth >= MaxDepth && kind is "message" or "message*" or "any" or "by_number") continue;
            name = name.Replace('(', '[').Replace(')', ']');
            if (name.StartsWith("[.", StringComparison.Ordinal)) name = "[" + name[2..];
            parts.Add(
                name + (NeedsColon(kind) || chance.OnceIn(2) ? ": " : " ") + Repeatable(kind, depth)
                    + chance.Pick("", "", "", ",", ";", " # note\n", " // note\n", " /* note */"));
        }

        return string.Join(' ', parts);
    }

    private string Repeatable(string kind, int depth)
    {
        if (!kind.EndsWith('*') || chance.OnceIn(2)) return Value(kind.TrimEnd('*'), depth);
        return "[" + string.Join(", ", Enumerable.Range(0, chance.Below(4)).Select(_ => Value(kind.TrimEnd('*'), depth))) + "]";
    }

    private bool NeedsColon(string kind) =>
        !(kind.StartsWith("message", StringComparison.Ordinal) || kind is "group" or "any" or "counts" or "by_number") && !chance.IsWrong;
}
