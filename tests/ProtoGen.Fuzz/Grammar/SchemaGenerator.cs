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
    private readonly bool _setsJsonNames;
    private readonly bool _setsNullable;
    private readonly int _number;
    private int _indent;
    private int _names;

    /// <param name="random">The random numbers.</param>
    /// <param name="number">The number of the file in its batch:
    /// its package name contains it, and it imports files with lower numbers.</param>
    public SchemaGenerator(Random random, int number)
    {
        _chance = new Chance(random);
        _options = new OptionValues(_chance);
        _number = number;
        _package = $"fz.p{number}" + (_chance.IsBold ? ".fz" : _chance.Pick("", "", ".sub"));
        _version = _chance.Pick("proto2", "proto2", "proto3", "proto3", "2023", "2024", "2026", "2026");
        _importsOptionsOnly = Is2024OrLater && _chance.OnceIn(3);
        _setsJsonNames = Is2026 && _chance.OnceIn(2);
        _setsNullable = Is2026 && _chance.OnceIn(3);
    }

    private bool IsProto2 => _version == "proto2";

    private bool IsProto3 => _version == "proto3";

    private bool IsEdition => !IsProto2 && !IsProto3;

    private bool Is2024OrLater => _version is "2024" or "2026";

    private bool Is2026 => _version == "2026";

    /// <summary>Returns the whole file.</summary>
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
        var areOptionsLast = _importsOptionsOnly && !_chance.IsBold;
        if (!areOptionsLast) WriteOptionImports();
        if (_number > 1 && _chance.OnceIn(8))
            Line($"import {(_chance.IsBold ? "weak " : _chance.Pick("", "public "))}\"made/f{_chance.Below(_number - 1) + 1}.proto\";");
        if (_chance.OnceIn(3)) Line("import \"google/protobuf/timestamp.proto\";");
        if (_chance.OnceIn(4)) Line("import \"google/protobuf/descriptor.proto\";");
        if (_chance.IsWrong) Line("import \"made/missing.proto\";");
        if (areOptionsLast) WriteOptionImports();
    }

    /// <summary>Imports options in the way that must come after all other imports, or as other files are imported.</summary>
    private void WriteOptionImports()
    {
        var import = _importsOptionsOnly ? "import option" : "import";
        Line($"{import} \"{OptionLibrary.Name}\";");
        if (_setsJsonNames || _chance.IsWrong) Line($"{import} \"google/protobuf/json_enumvalue_options.proto\";");
        if (_setsNullable || _chance.IsWrong) Line($"{import} \"google/protobuf/c_sharp_features.proto\";");
    }

    private void WriteFileOptions()
    {
        if (_chance.OnceIn(3)) Line($"option {_options.Setting("file")};");
        if (_chance.OnceIn(6)) Line($"option {_options.Setting("file")};");
        if (_chance.OnceIn(4))
        {
            Line(_chance.Pick(
                "option optimize_for = CODE_SIZE;",
                _chance.IsBold ? "option csharp_namespace = \"A;B\";" : "option csharp_namespace = \"A.B\";",
                "option java_multiple_files = true;", "option cc_enable_arenas = false;", "option deprecated = true;",
                _chance.IsBold ? "option optimize_for = LITE_RUNTIME;" : "option optimize_for = SPEED;"));
        }
        if (IsEdition && _chance.OnceIn(2)) Line($"option features.{FileFeature()};");
        if (Is2024OrLater && !_chance.OnceIn(8)) Line("option features.enforce_naming_style = STYLE_LEGACY;");
        if (Is2026 && _chance.OnceIn(4)) Line("option features.enforce_proto_limits = LEGACY_NO_EXPLICIT_LIMITS;");
        if (Is2026 && !_chance.OnceIn(3)) Line("option features.default_symbol_visibility = EXPORT_ALL;");
        if (_setsNullable || _chance.IsWrong)
            Line($"option features.(pb.csharp).nullable_reference_types = {_chance.Pick("true", "true", "false")};");
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
        "field_presence = EXPLICIT", "enum_type = OPEN", "repeated_field_encoding = EXPANDED", "repeated_field_encoding = PACKED",
        "utf8_validation = NONE", "utf8_validation = VERIFY", "message_encoding = DELIMITED", "message_encoding = LENGTH_PREFIXED",
        "json_format = LEGACY_BEST_EFFORT", "field_presence = IMPLICIT");

    private string FieldFeature(string label, string type)
    {
        if (_chance.IsBold) return Feature();
        if (label == "repeated " && Scalars.Contains(type) && type is not ("string" or "bytes"))
            return _chance.Pick("repeated_field_encoding = EXPANDED", "repeated_field_encoding = PACKED");
        if (type == "string") return _chance.Pick("utf8_validation = NONE", "utf8_validation = VERIFY");
        return "";
    }

    private string Feature() => _chance.Pick(
        "field_presence = IMPLICIT", "field_presence = EXPLICIT", "enum_type = CLOSED", "enum_type = OPEN",
        "repeated_field_encoding = EXPANDED", "repeated_field_encoding = PACKED", "utf8_validation = NONE", "utf8_validation = VERIFY",
        "message_encoding = DELIMITED", "message_encoding = LENGTH_PREFIXED", "json_format = LEGACY_BEST_EFFORT",
        "field_presence = LEGACY_REQUIRED", "default_symbol_visibility = LOCAL_ALL", "default_symbol_visibility = EXPORT_TOP_LEVEL",
        "default_symbol_visibility = STRICT", "enforce_naming_style = STYLE2024", "enforce_naming_style = STYLE2026",
        "enforce_naming_style = STYLE_LEGACY", "enforce_proto_limits = PROTO_LIMITS2026",
        "enforce_proto_limits = LEGACY_NO_EXPLICIT_LIMITS", "(pb.csharp).nullable_reference_types = true");

    /// <summary>Returns a feature that a declaration of any kind may set, or nothing.</summary>
    private string DeclarationFeature() => _chance.IsBold ? Feature()
        : Is2026 ? _chance.Pick(
            "enforce_naming_style = STYLE_LEGACY", "enforce_naming_style = STYLE2026", "enforce_naming_style = STYLE2024")
        : _version == "2024" ? _chance.Pick("enforce_naming_style = STYLE_LEGACY", "enforce_naming_style = STYLE2024") : "";

    private void WriteDeclarationFeature()
    {
        if (IsEdition && _chance.OnceIn(10) && DeclarationFeature() is { Length: > 0 } feature) Line($"option features.{feature};");
    }

    private string Visibility() => Is2024OrLater && _chance.OnceIn(4) || _chance.IsWrong ? _chance.Pick("export ", "local ") : "";

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
