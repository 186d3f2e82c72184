namespace ProtoGen.Runtime.Tests.Properties;

/// <summary>Random fields of one message, or random extensions.</summary>
internal sealed class RandomFields(RandomSchema schema)
{
    private static readonly string[] Scalars =
    [
        "double", "float", "int32", "int64", "uint32", "uint64", "sint32", "sint64", "fixed32", "fixed64", "sfixed32", "sfixed64",
        "bool", "string", "bytes",
    ];

    /// <summary>Names that generated code uses itself.</summary>
    private static readonly string[] Awkward =
    [
        "value", "values", "descriptor", "types", "parser", "clone", "equals", "to_string", "merge_from", "r", "w", "m", "tag",
        "output", "input", "size", "hash", "other", "data", "class", "string", "none", "get_type", "parse_from", "_x", "UPPER", "mixedCase",
    ];

    private readonly HashSet<string> _names = [];
    private readonly HashSet<int> _numbers = [];

    private bool IsEdition => schema.Syntax is SchemaSyntax.Edition2023 or SchemaSyntax.Edition2024;

    public void WriteFields()
    {
        for (var i = schema.Next(12); i >= 0; i--)
        {
            switch (schema.Next(12))
            {
                case 0:
                    WriteOneof();
                    break;
                case 1 or 2:
                    schema.Line($"map<{MapKey()}, {MapValue()}> {Name()} = {Number()};");
                    break;
                case 3 when schema.Syntax == SchemaSyntax.Proto2:
                    WriteGroup(schema.Pick("optional ", "repeated ", "required "));
                    break;
                case 4 or 5 or 6:
                    WriteRepeated(Number(), Name());
                    break;
                default:
                    WriteSingular(Number(), Name(), isExtension: false);
                    break;
            }
        }
    }

    public void WriteExtensions(MessagePlan target) => schema.Block($"extend {target.FullName}", () =>
    {
        for (var i = 1 + schema.Next(4); i >= 0; i--)
        {
            if (schema.Chance(3))
                WriteRepeated(target.NextExtension(), Name());
            else
                WriteSingular(target.NextExtension(), Name(), isExtension: true);
        }
    });

    private void WriteOneof()
    {
        var count = 1 + schema.Next(4);
        schema.Block($"oneof {Name("choice")}", () =>
        {
            for (var i = 0; i < count; i++)
            {
                var (type, options) = Singular(isImplicit: false);
                schema.Line($"{type} {Name()} = {Number()}{Options(options)};");
            }
        });
    }

    private void WriteGroup(string label)
    {
        var number = Number();
        schema.Block($"{label}group {Name("Grp")} = {number}", () => schema.Line("optional int32 a = 1; optional string b = 2;"));
    }

    private void WriteRepeated(int number, string name)
    {
        var kind = schema.Next(Scalars.Length + 4);
        string? options = null;
        string type;
        if (kind < Scalars.Length)
        {
            type = Scalars[kind];
            if (type is not ("string" or "bytes") && schema.Chance(2))
                options = Packing();
        }
        else
        {
            type = kind == Scalars.Length && schema.AnyEnum(_ => true) is { } choice ? choice.FullName : schema.AnyMessage();
        }
        schema.Line($"repeated {type} {name} = {number}{Options(options)};");
    }

    private void WriteSingular(int number, string name, bool isExtension)
    {
        var isImplicit = !isExtension && (schema.Syntax == SchemaSyntax.Proto3 ? !schema.Chance(3) : IsEdition && schema.Chance(3));
        var isRequired = !isExtension && !isImplicit && schema.Chance(8);
        var (type, options) = Singular(isImplicit);
        var label = schema.Syntax switch
        {
            SchemaSyntax.Proto2 => isRequired ? "required " : "optional ",
            SchemaSyntax.Proto3 => isImplicit ? "" : "optional ",
            _ => "",
        };
        if (IsEdition && !isExtension && isImplicit && !type.Contains(".M", StringComparison.Ordinal)
            && !type.StartsWith("google", StringComparison.Ordinal))
        {
            options = Join(options, "features.field_presence = IMPLICIT");
        }
        else if (IsEdition && isRequired)
        {
            options = Join(options, "features.field_presence = LEGACY_REQUIRED");
        }

        schema.Line($"{label}{type} {name} = {number}{Options(options)};");
    }

    /// <summary>Returns a type and the options that only it can have.</summary>
    private (string Type, string? Options) Singular(bool isImplicit)
    {
        var kind = schema.Next(Scalars.Length + 7);
        var takesDefault = schema.Syntax != SchemaSyntax.Proto3 && !isImplicit && schema.Chance(2);
        if (kind < Scalars.Length)
        {
            var options = takesDefault ? "default = " + RandomDefault.Of(Scalars[kind], schema) : null;
            return (Scalars[kind], schema.Chance(10) ? Join(options, "deprecated = true") : options);
        }
        if (kind < Scalars.Length + 2 && schema.AnyEnum(type => !isImplicit || !type.IsClosed) is { } choice)
            return (choice.FullName, takesDefault ? "default = " + choice.ValueName(schema.Next(choice.Numbers.Length)) : null);
        return (schema.AnyMessage(), IsEdition && schema.Chance(4) ? "features.message_encoding = DELIMITED" : null);
    }

    private string Packing() => IsEdition
        ? "features.repeated_field_encoding = " + schema.Pick("PACKED", "EXPANDED")
        : "packed = " + schema.Pick("true", "false");

    private string MapKey() =>
        schema.Pick(
            "int32", "int64", "uint32", "uint64", "sint32", "sint64", "fixed32", "fixed64", "sfixed32", "sfixed64", "bool", "string");

    private string MapValue()
    {
        if (schema.Chance(3))
            return schema.AnyMessage();
        return schema.Chance(5) && schema.AnyEnum(type => type.Numbers[0] == 0) is { } type ? type.FullName : schema.Pick(Scalars);
    }

    private string Name(string stem = "")
    {
        if (stem.Length == 0 && schema.Chance(3) && schema.Pick(Awkward) is var awkward && _names.Add(awkward))
            return awkward;
        var name = (stem.Length == 0 ? schema.Pick("a", "name", "long_name_of", "x_y") : stem) + (stem == "Grp" ? "" : "_")
            + (_names.Count + 1);
        _names.Add(name);
        return name;
    }

    private int Number()
    {
        while (true)
        {
            var number = schema.Pick(
                schema.Next(16), schema.Next(40), schema.Next(900), 2000 + schema.Next(16000), 20000 + schema.Next(500_000_000));
            if (number > 0 && _numbers.Add(number))
                return number;
        }
    }

    private static string Join(string? options, string another) => options == null ? another : options + ", " + another;

    private static string Options(string? options) => options == null ? "" : $" [{options}]";
}
