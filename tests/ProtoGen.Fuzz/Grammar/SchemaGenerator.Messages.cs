namespace ProtoGen.Fuzz.Grammar;

internal sealed partial class SchemaGenerator
{
    private const int MaxNesting = 3;

    private static readonly string[] Scalars =
        [
            "int32", "int64", "uint32", "uint64", "sint32", "sint64", "fixed32", "fixed64", "sfixed32", "sfixed64", "bool", "string",
            "bytes", "float", "double",
        ];

    private int _nextNumber;

    private void WriteMessage(int depth)
    {
        var name = NewName("M");
        _messages.Add(Full(name));
        Block($"{Visibility()}message {name}", () => WriteInScope(name, () => WriteBody(depth)));
    }

    private void WriteInScope(string name, Action body)
    {
        var number = _nextNumber;
        _nextNumber = 1;
        _scope.Add(name);
        body();
        _scope.RemoveAt(_scope.Count - 1);
        _nextNumber = number;
    }

    private void WriteBody(int depth)
    {
        if (_chance.OnceIn(5))
        {
            Line(
                $"option {(_chance.OnceIn(3) ? _chance.Pick("deprecated = true", "no_standard_descriptor_accessor = true", _chance.IsBold ? "map_entry = false" : "deprecated = false") : _options.Setting("message"))};");
        }
        WriteDeclarationFeature();
        for (var count = _chance.Below(7); count > 0; count--)
        {
            WriteComment();
            switch (_chance.Below(14))
            {
                case 0 when depth < MaxNesting: WriteMessage(depth + 1); break;
                case 1: WriteEnum(); break;
                case 2: WriteOneof(depth); break;
                case 3: WriteMap(); break;
                case 4: WriteReserved(); break;
                case 5 when !IsProto3 || _chance.IsWrong: WriteExtensionRange(); break;
                case 6 when IsProto2 || _chance.IsWrong: WriteGroup(depth, Label()); break;
                case 7 when depth < MaxNesting && MayExtend && _chance.OnceIn(2): WriteExtend(); break;
                default: WriteField(Label()); break;
            }
        }
    }

    private string Label()
    {
        if (_chance.IsWrong) return _chance.Pick("", "optional ", "required ", "repeated ");
        return IsProto2 ? _chance.Pick("optional ", "required ", "repeated ")
            : IsProto3 ? _chance.Pick("", "optional ", "repeated ")
            : _chance.Pick("", "repeated ");
    }

    private void WriteField(string label, string? type = null, int? number = null)
    {
        type ??= FieldType();
        var name = _chance.OnceIn(20)
            ? _chance.Pick(
                "foo_bar", "fooBar", "foo__bar", "Foo", "_x", "message", "string", "int32", "max", "to", "f_1", "has_foo_bar", "clear_f1",
                "foo_bar_count", "descriptor", "foo_bar_")
            : $"f{_names++}";
        Line($"{label}{type} {name} = {number ?? NextNumber()}{FieldOptions(label, type)};");
    }

    private string FieldType() => _chance.Below(4) switch
    {
        0 when _messages.Count > 0 => Reference(_messages[_chance.Below(_messages.Count)]),
        1 when _enums.Count > 0 => Reference(_enums[_chance.Below(_enums.Count)]),
        2 when _chance.IsWrong => _chance.Pick("Missing", "f1", "fz", "google.protobuf.FieldOptions", "google.protobuf.Timestamp"),
        2 when !_importsOptionsOnly && _chance.OnceIn(3) =>
            _chance.Pick("fz.options.Value", ".fz.options.Value", "options.Needy", "fz.options.InSet"),
        _ => _chance.Pick<string>(Scalars),
    };

    private string FieldOptions(string label, string type)
    {
        var options = new List<string>();
        var isScalar = Scalars.Contains(type);
        if (isScalar && IsProto2 && label != "repeated " && _chance.OnceIn(4) || _chance.IsWrong) options.Add("default = " + Default(type));
        if (label == "repeated " && isScalar && type is not ("string" or "bytes") && !IsEdition && _chance.OnceIn(3))
            options.Add("packed = " + _chance.Pick("true", "false"));
        if (_chance.OnceIn(10))
        {
            options.Add(_chance.Pick(
                "deprecated = true", "debug_redact = true", "retention = RETENTION_SOURCE", "targets = TARGET_TYPE_FIELD",
                "deprecated = false"));
        }
        else if (_chance.IsBold)
        {
            options.Add(_chance.Pick(
                "json_name = \"j\"", "json_name = \"f1\"", "jstype = JS_STRING", "lazy = true", "ctype = CORD", "unverified_lazy = true"));
        }
        if (_chance.OnceIn(8)) options.Add(_options.Setting("field"));
        if (_chance.IsWrong) options.Add("features." + Feature());
        else if (IsEdition && _chance.OnceIn(6) && FieldFeature(label, type) is { Length: > 0 } feature) options.Add("features." + feature);
        return options.Count == 0 ? "" : " [" + string.Join(", ", options) + "]";
    }

    private string Default(string type) => _chance.IsWrong ? _chance.Pick("1", "\"x\"", "true", "RED", "-1", "1.5", "{}") : type switch
    {
        "string" => _chance.Pick("\"abc\"", "''", "\"\\\"\\n\\x01\"", "\"\u00c3\u00a9\"", "'a' 'b'"),
        "bytes" => _chance.Pick("\"abc\"", "\"\\xff\\0\\n\\t\\\\\"", "''"),
        "bool" => _chance.Pick("true", "false"),
        "float" or "double" =>
            _chance.Pick(
                "0", "1", "-1.5", "inf", "-inf", "nan", "1e30", "1e-40", "0.1", "3.14159265358979", "1e39", "123456789", "16777217"),
        _ => _chance.Pick("0", "1", "127", "0x7f", "017") + "",
    };

    private int NextNumber()
    {
        if (_chance.IsWrong) return _chance.Pick(0, 1, 19000, 19999, 536870911, 536870912, 100, 2147483647);
        return _nextNumber += _chance.Pick(0, 0, 0, 0, 0, 0, 1, 10) + 1;
    }

    private string Reference(string full)
    {
        var parts = full.Split('.');
        if (_chance.IsBold) return string.Join('.', parts[_chance.Below(parts.Length)..]);
        if (_chance.OnceIn(3)) return "." + full;

        // Inside the same parents, their names can be omitted.
        var here = Full("").Split('.');
        var shared = 0;
        while (shared < parts.Length - 1 && shared < here.Length - 1 && parts[shared] == here[shared]) shared++;
        return string.Join('.', parts[_chance.Below(shared + 1)..]);
    }

    private string Full(string name) => string.Join('.', _scope.Prepend(_package).Append(name));
}
