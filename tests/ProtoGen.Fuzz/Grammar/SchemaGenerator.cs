using System.Text;

namespace ProtoGen.Fuzz.Grammar;

/// <summary>Writes a random file of proto2, proto3 or an edition that is valid, or nearly so.</summary>
internal sealed partial class SchemaGenerator
{
    private readonly Chance _chance;
    private readonly OptionValues _options;
    private readonly StringBuilder _text = new();
    private readonly List<string> _messages = [];
    private readonly List<string> _enums = [];
    private readonly List<string> _scope = [];
    private readonly string _package;
    private readonly string _version;
    private readonly bool _importsOptionsOnly;
    private readonly int _number;
    private int _indent;
    private int _names;

    /// <param name="random">The random numbers.</param>
    /// <param name="number">The number of the file in its batch: its package name contains it, and it imports files with lower numbers.</param>
    public SchemaGenerator(Random random, int number)
    {
        _chance = new Chance(random);
        _options = new OptionValues(_chance);
        _number = number;
        _package = $"fz.p{number}" + (_chance.IsBold ? ".fz" : _chance.Pick("", "", ".sub"));
        _version = _chance.Pick("proto2", "proto2", "proto3", "proto3", "2023", "2024");
        _importsOptionsOnly = _version == "2024" && _chance.OnceIn(3);
    }

    private bool IsProto2 => _version == "proto2";

    private bool IsProto3 => _version == "proto3";

    private bool IsEdition => !IsProto2 && !IsProto3;

    /// <summary>The whole file.</summary>
    public string Generate()
    {
        if (!IsProto2 || _chance.OnceIn(2)) Line(IsEdition ? $"edition = \"{_version}\";" : $"syntax = \"{_version}\";");
        WriteComment();
        Line($"package {_package};");
        WriteImports();
        WriteFileOptions();
        for (var count = 1 + _chance.Below(6); count > 0; count--) WriteDeclaration();
        return _text.ToString();
    }

    private void WriteImports()
    {
        Line($"import {(_importsOptionsOnly ? "option " : "")}\"{OptionLibrary.Name}\";");
        if (_number > 1 && _chance.OnceIn(8)) Line($"import {(_chance.IsBold ? "weak " : _chance.Pick("", "public "))}\"made/f{_chance.Below(_number - 1) + 1}.proto\";");
        if (_chance.OnceIn(3)) Line("import \"google/protobuf/timestamp.proto\";");
        if (_chance.OnceIn(4)) Line("import \"google/protobuf/descriptor.proto\";");
        if (_chance.IsWrong) Line("import \"made/missing.proto\";");
    }

    private void WriteFileOptions()
    {
        if (_chance.OnceIn(3)) Line($"option {_options.Setting("file")};");
        if (_chance.OnceIn(6)) Line($"option {_options.Setting("file")};");
        if (_chance.OnceIn(4)) Line(_chance.Pick("option optimize_for = CODE_SIZE;", "option csharp_namespace = \"A.B\";", "option java_multiple_files = true;", "option cc_enable_arenas = false;", "option deprecated = true;", _chance.IsBold ? "option optimize_for = LITE_RUNTIME;" : "option optimize_for = SPEED;"));
        if (IsEdition && _chance.OnceIn(2)) Line($"option features.{FileFeature()};");
        if (_version == "2024" && !_chance.OnceIn(8)) Line("option features.enforce_naming_style = STYLE_LEGACY;");
    }

    private void WriteDeclaration()
    {
        WriteComment();
        switch (_chance.Below(8))
        {
            case 0 or 1 or 2 or 3: WriteMessage(0); break;
            case 4 or 5: WriteEnum(); break;
            case 6: WriteService(); break;
            case 7 when MayExtend: WriteExtend(); break;
            default: WriteMessage(0); break;
        }
    }

    private string FileFeature() => _chance.IsBold ? Feature() : _chance.Pick(
        "field_presence = EXPLICIT", "enum_type = OPEN", "repeated_field_encoding = EXPANDED", "repeated_field_encoding = PACKED", "utf8_validation = NONE",
        "utf8_validation = VERIFY", "message_encoding = DELIMITED", "message_encoding = LENGTH_PREFIXED", "json_format = LEGACY_BEST_EFFORT", "field_presence = IMPLICIT");

    private string FieldFeature(string label, string type)
    {
        if (_chance.IsBold) return Feature();
        if (label == "repeated " && Scalars.Contains(type) && type is not ("string" or "bytes")) return _chance.Pick("repeated_field_encoding = EXPANDED", "repeated_field_encoding = PACKED");
        if (type == "string") return _chance.Pick("utf8_validation = NONE", "utf8_validation = VERIFY");
        return "";
    }

    private string Feature() => _chance.Pick(
        "field_presence = IMPLICIT", "field_presence = EXPLICIT", "enum_type = CLOSED", "enum_type = OPEN", "repeated_field_encoding = EXPANDED", "repeated_field_encoding = PACKED",
        "utf8_validation = NONE", "utf8_validation = VERIFY", "message_encoding = DELIMITED", "message_encoding = LENGTH_PREFIXED", "json_format = LEGACY_BEST_EFFORT",
        "field_presence = LEGACY_REQUIRED", "default_symbol_visibility = LOCAL_ALL", "enforce_naming_style = STYLE2024");

    private string Visibility() => _version == "2024" && _chance.OnceIn(4) || _chance.IsWrong ? _chance.Pick("export ", "local ") : "";

    private string NewName(string kind) => _chance.OnceIn(40)
        ? kind + _chance.Pick("", "Foo", "foo", "message", "_", "1", "Entry", "__x", "string")
        : $"{kind}{_names++}";

    private void WriteComment()
    {
        if (_chance.OnceIn(5)) Line(_chance.Pick("// one", "/* block */", "// detached\n\n// attached", "/** doc\n * more\n */", ";"));
    }

    private void Line(string text) => _text.Append(' ', _indent * 2).Append(text).Append(_chance.OnceIn(10) ? " // trailing\n" : "\n");

    private void Block(string head, Action body)
    {
        Line(head + " {");
        _indent++;
        body();
        _indent--;
        Line("}");
    }
}
