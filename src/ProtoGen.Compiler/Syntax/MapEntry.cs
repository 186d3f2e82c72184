using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Creates the nested entry message of a map field.</summary>
internal static class MapEntry
{
    public static MessageNode Make(FieldNode field, in MapType map)
    {
        var entry = new MessageNode(new Name(field.TypeName!, default)) { IsMapEntry = true };
        entry.Fields.Add(MakeField("key", FieldNumbers.MapKey, map.Key, field));
        entry.Fields.Add(MakeField("value", FieldNumbers.MapValue, map.Value, field));
        return entry;
    }

    private static FieldNode MakeField(string name, int number, TypeReference type, FieldNode mapField)
    {
        var field = new FieldNode(new Name(name, default)) { Number = number, Type = type.Type, TypeName = type.Name };
        foreach (var option in mapField.Options)
        {
            if (IsInherited(option, type.Type))
            {
                field.Options.Add(option);
            }
        }

        return field;
    }

    /// <summary>
    /// Returns whether the key and the value inherit an option of the map field. They inherit features and, for strings, the older
    /// <c>enforce_utf8</c>.
    /// </summary>
    private static bool IsInherited(OptionNode option, FieldType type)
    {
        if (option.NameParts.Count == 0 || option.NameParts[0].IsExtension)
        {
            return false;
        }

        var name = option.NameParts[0].Text;
        return name == "features" || (name == "enforce_utf8" && option.NameParts.Count == 1 && type == FieldType.String);
    }
}
