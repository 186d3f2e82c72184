namespace ProtoGen.Fuzz.Grammar;

internal sealed partial class SchemaGenerator
{
    // The files of a batch use different numbers in the messages that all of them extend.
    private const int FirstInValue = 110;
    private const int FirstInSet = 2000;
    private const int MaxExtensions = 20;

    private int _extensions;

    // In proto3 only options can be extended, and types of an "import option" can't be named.
    private bool MayExtend => !IsProto3 && !_importsOptionsOnly || _chance.IsWrong;

    private void WriteOneof(int depth) => Block($"oneof o{_names++}", () =>
    {
        if (_chance.OnceIn(5)) Line($"option {_options.Setting("oneof")};");
        WriteDeclarationFeature();
        for (var count = _chance.IsWrong ? 0 : 1 + _chance.Below(3); count > 0; count--)
        {
            if (IsProto2 && _chance.OnceIn(6)) WriteGroup(depth, "");
            else WriteField(_chance.IsWrong ? Label() : "");
        }
    });

    private void WriteMap()
    {
        var key = _chance.IsWrong ? _chance.Pick("float", "bytes", "M0") : _chance.Pick("string", "int32", "bool", "uint64", "sfixed32");
        WriteField(_chance.IsWrong ? Label() : "", $"map<{key}, {FieldType()}>");
    }

    private void WriteGroup(int depth, string label)
    {
        var name = (_chance.IsWrong ? "g" : "G") + _names++;
        _messages.Add(Full(name));
        var number = NextNumber();
        var options = _chance.OnceIn(6) ? FieldOptions(label, "group") : "";
        Block($"{label}group {name} = {number}{options}", () => WriteInScope(name, () =>
        {
            if (depth < MaxNesting) WriteBody(depth + 1);
        }));
    }

    private void WriteReserved()
    {
        var from = NextNumber() + _chance.Below(20);
        var quote = IsEdition != _chance.IsWrong ? "" : "\"";
        var names = $"{quote}old{_names++}{quote}, {quote}older{_names++}{quote}";
        var content = _chance.IsBold
            ? _chance.Pick($"{from}, {from + 5} to max", $"{from} to {from - 1}")
            : _chance.Pick($"{from}", $"{from} to {from + 2}", names);
        Line($"reserved {content};");
        _nextNumber = Math.Max(_nextNumber, from + 2);
    }

    private void WriteExtensionRange()
    {
        var isBold = _chance.IsBold;
        var from = isBold ? _chance.Pick(1000, 1000, 2000) : NextNumber();
        var more = _chance.Pick("", ", repeated: true", isBold ? ", reserved: true" : "");
        var declaration = $"declaration = {{ number: {from}, full_name: \".fz.x{_names++}\", type: \"int32\"{more} }}";
        var options = _chance.Below(6) switch
        {
            0 => $" [{_options.Setting("range")}]",
            1 => $" [{declaration}]",
            2 => " [verification = UNVERIFIED]",
            _ => "",
        };
        var end = isBold ? _chance.Pick("", " to 1999", " to max", ", 3000 to 3005") : _chance.Pick("", $" to {from + 2}");
        Line($"extensions {from}{end}{options};");
        _nextNumber = Math.Max(_nextNumber, from + 2);
    }

    private void WriteExtend()
    {
        var isSet = _extensions > 0 || _chance.OnceIn(2);
        var extendee = isSet ? ".fz.options.Set" : _chance.Pick("fz.options.Value", "options.Value");
        if (_chance.IsWrong) extendee = _messages.Count > 0 ? Reference(_messages[_chance.Below(_messages.Count)]) : "Missing";
        Block($"extend {extendee}", () =>
        {
            for (var count = _chance.IsWrong ? 0 : isSet ? 1 + _chance.Below(2) : 1; count > 0; count--)
            {
                var one = IsProto2 ? "optional " : "";
                var number = isSet ? FirstInSet + (_number * MaxExtensions) + (_extensions++ % MaxExtensions) : FirstInValue + _number;
                WriteField(isSet ? one : _chance.Pick(one, "repeated "), isSet ? "fz.options.InSet" : null, number);
            }

            if (!isSet) _extensions++;
        });
    }

    private void WriteEnum()
    {
        var name = NewName("E");
        _enums.Add(Full(name));
        Block($"{Visibility()}enum {name}", () =>
        {
            var next = _chance.IsWrong || IsProto2 && _chance.OnceIn(4) ? 1 : 0;
            var isAlias = _chance.OnceIn(8);
            if (isAlias) Line("option allow_alias = true;");
            if (_chance.OnceIn(6)) Line($"option {_options.Setting("enum")};");
            if (IsEdition && _chance.OnceIn(6)) Line($"option features.{(_chance.IsBold ? Feature() : "enum_type = OPEN")};");
            WriteDeclarationFeature();
            for (var count = _chance.IsWrong ? 0 : (isAlias ? 2 : 1) + _chance.Below(4); count > 0; count--)
            {
                Line($"{_chance.Pick("V", "V", "V_", "v", name.ToUpperInvariant() + "_")}{_names++} = {next}{ValueOptions(next)};");
                next = isAlias && count > 1 ? next : _chance.IsBold ? _chance.Pick(0, -1, 2147483647, next, 5) : next + 1;
            }

            if (_chance.OnceIn(8))
            {
                Line(_chance.Pick(
                    "reserved 100 to 200;", "reserved -5;", "reserved 1000 to max;", IsEdition ? "reserved OLD;" : "reserved \"OLD\";"));
            }
        });
    }

    private string ValueOptions(int number)
    {
        var options = new List<string>();
        if (_chance.OnceIn(6)) options.Add(_chance.OnceIn(3) ? "deprecated = true" : _options.Setting("enum_value"));
        if (_setsJsonNames && _chance.OnceIn(2) || _chance.IsWrong) options.Add($"(pb.enumvalue.json).string = {JsonName(number)}");
        if (Is2026 && _chance.IsBold) options.Add($"features.{Feature()}");
        return options.Count == 0 ? "" : $" [{string.Join(", ", options)}]";
    }

    private string JsonName(int number) => _chance.OnceIn(4)
        ? _chance.Pick("\"\"", $"\"{number}\"", $"\"{_names}\"", "\"one\"", $"\"V{_names}\"", "\"a\\0b\"", "\"\u00c3\u00a9\"")
        : $"\"value-{_names++}\"";

    private void WriteService() => Block($"service {NewName("S")}", () =>
    {
        if (_chance.OnceIn(5)) Line($"option {_options.Setting("service")};");
        WriteDeclarationFeature();
        for (var count = _chance.Below(4); count > 0; count--)
        {
            WriteComment();
            var head = $"rpc {NewName("R")}({MethodType()}) returns ({MethodType()})";
            if (_chance.OnceIn(3))
            {
                Block(head, () =>
                    Line($"option {_chance.Pick("deprecated = true", "idempotency_level = IDEMPOTENT", _options.Setting("method"))};"));
            }
            else
            {
                Line(head + ";");
            }
        }
    });

    private string MethodType()
    {
        var stream = _chance.Pick("", "", "stream ");
        if (_messages.Count > 0 && !_chance.IsWrong) return stream + Reference(_messages[_chance.Below(_messages.Count)]);
        return stream + (_chance.IsBold || _importsOptionsOnly
            ? _chance.Pick("int32", "Missing", "fz.options.Color")
            : ".fz.options.Value");
    }
}
