namespace ProtoGen.Fuzz.Grammar;

internal sealed partial class SchemaGenerator
{
    private void WriteOneof(int depth) => Block($"oneof o{_names++}", () =>
    {
        if (_chance.OnceIn(5)) Line($"option {_options.Setting("oneof")};");
        for (int count = _chance.IsWrong ? 0 : 1 + _chance.Below(3); count > 0; count--)
        {
            if (IsProto2 && _chance.OnceIn(6)) WriteGroup(depth, "");
            else WriteField(_chance.IsWrong ? Label() : "");
        }
    });

    private void WriteMap()
    {
        string key = _chance.IsWrong ? _chance.Pick("float", "bytes", "M0") : _chance.Pick("string", "int32", "bool", "uint64", "sfixed32");
        WriteField(_chance.IsWrong ? Label() : "", $"map<{key}, {FieldType()}>");
    }

    private void WriteGroup(int depth, string label)
    {
        string name = (_chance.IsWrong ? "g" : "G") + _names++;
        _messages.Add(Full(name));
        Block($"{label}group {name} = {NextNumber()}{(_chance.OnceIn(6) ? FieldOptions(label, "group") : "")}", () => WriteInScope(name, () =>
        {
            if (depth < MaxNesting) WriteBody(depth + 1);
        }));
    }

    private void WriteReserved()
    {
        int from = NextNumber() + _chance.Below(20);
        string names = IsEdition != _chance.IsWrong ? "old, older" : "\"old\", \"older\"";
        Line($"reserved {_chance.Pick($"{from}", $"{from} to {from + 2}", $"{from}, {from + 5} to max", names, $"{from} to {from - 1}")};");
        _nextNumber = Math.Max(_nextNumber, from + 2);
    }

    private void WriteExtensionRange()
    {
        int from = _chance.Pick(1000, 1000, 2000, NextNumber());
        string declaration = $"declaration = {{ number: {from}, full_name: \".fz.x\", type: \"int32\"{_chance.Pick("", ", repeated: true", ", reserved: true")} }}";
        string options = _chance.Below(6) switch { 0 => $" [{_options.Setting("range")}]", 1 => $" [{declaration}]", 2 => " [verification = UNVERIFIED]", _ => "" };
        Line($"extensions {from}{_chance.Pick("", " to 1999", " to max", ", 3000 to 3005")}{options};");
    }

    private void WriteExtend()
    {
        (string extendee, int number) = _chance.IsWrong
            ? (_messages.Count > 0 ? Reference(_messages[_chance.Below(_messages.Count)]) : "Missing", 1000)
            : _chance.Pick(("fz.options.Value", 110 + (_number % 40 * 2)), (".fz.options.Set", 2000), ("options.Value", 110 + (_number % 40 * 2)));
        Block($"extend {extendee}", () =>
        {
            for (int count = _chance.IsWrong ? 0 : 1 + _chance.Below(2); count > 0; count--)
            {
                string label = IsProto2 ? _chance.Pick("optional ", "repeated ") : IsProto3 ? _chance.Pick("", "repeated ") : _chance.Pick("", "repeated ");
                WriteField(label, type: extendee.EndsWith("Set", StringComparison.Ordinal) ? "fz.options.InSet" : null, number: number + _chance.Below(2));
            }
        });
    }

    private void WriteEnum()
    {
        string name = NewName("E");
        _enums.Add(Full(name));
        Block($"{Visibility()}enum {name}", () =>
        {
            int next = _chance.IsWrong || IsProto2 && _chance.OnceIn(4) ? 1 : 0;
            if (_chance.OnceIn(8)) Line("option allow_alias = true;");
            if (_chance.OnceIn(6)) Line($"option {_options.Setting("enum")};");
            if (IsEdition && _chance.OnceIn(6)) Line($"option features.{Feature()};");
            for (int count = _chance.IsWrong ? 0 : 1 + _chance.Below(4); count > 0; count--)
            {
                string options = _chance.OnceIn(6) ? $" [{(_chance.OnceIn(3) ? "deprecated = true" : _options.Setting("enum_value"))}]" : "";
                Line($"{_chance.Pick("V", "V", "V_", "v", name.ToUpperInvariant() + "_")}{_names++} = {next}{options};");
                next = _chance.OnceIn(12) ? _chance.Pick(0, -1, 2147483647, next, 5) : next + 1;
            }

            if (_chance.OnceIn(8)) Line(_chance.Pick("reserved 100 to 200;", "reserved -5;", "reserved 1000 to max;", IsEdition ? "reserved OLD;" : "reserved \"OLD\";"));
        });
    }

    private void WriteService() => Block($"service {NewName("S")}", () =>
    {
        if (_chance.OnceIn(5)) Line($"option {_options.Setting("service")};");
        for (int count = _chance.Below(4); count > 0; count--)
        {
            WriteComment();
            string head = $"rpc {NewName("R")}({MethodType()}) returns ({MethodType()})";
            if (_chance.OnceIn(3)) Block(head, () => Line($"option {_chance.Pick("deprecated = true", "idempotency_level = IDEMPOTENT", _options.Setting("method"))};"));
            else Line(head + ";");
        }
    });

    private string MethodType() =>
        _chance.Pick("", "", "stream ") + (_messages.Count > 0 && !_chance.IsWrong ? Reference(_messages[_chance.Below(_messages.Count)]) : _chance.Pick(".fz.options.Value", "int32", "Missing", "fz.options.Color"));
}
