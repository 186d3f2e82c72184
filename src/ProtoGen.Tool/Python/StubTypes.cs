using System.Text;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Tool.Python;

/// <summary>Writes the types of fields as Python expressions for the stub of a file.</summary>
internal sealed class StubTypes(FileDescriptor file)
{
    private static readonly HashSet<string> WellKnownTypes =
    [
        "google.protobuf.Any", "google.protobuf.Duration", "google.protobuf.FieldMask", "google.protobuf.ListValue",
        "google.protobuf.Struct", "google.protobuf.Timestamp",
    ];

    /// <summary>The aliases of imported modules that a statement can import.</summary>
    private readonly Dictionary<FileDescriptor, string> _aliases = [];

    public static bool IsWellKnown(MessageDescriptor message) => WellKnownTypes.Contains(message.FullName);

    /// <summary>Returns the type of the standard library that a constructor also accepts for this type; null if there is none.</summary>
    public static string? DateTimeTypeOf(MessageDescriptor message) => message.FullName switch
    {
        "google.protobuf.Timestamp" => "datetime.datetime",
        "google.protobuf.Duration" => "datetime.timedelta",
        _ => null,
    };

    /// <summary>Returns the alias of a module, unless another module in the stub has it.</summary>
    public static string DefaultAlias(string module) => "_" + module[(module.LastIndexOf('.') + 1)..];

    /// <summary>Records the alias under which the stub imports the module of a file.</summary>
    public void AddAlias(FileDescriptor import, string alias) => _aliases[import] = alias;

    /// <summary>Returns the type of a field as a member of the class.</summary>
    public string OfMember(FieldDescriptor field, MessageDescriptor scope)
    {
        if (field.IsMap)
        {
            var value = field.MessageType!.Fields[1];
            var container = value.IsMessageOrGroup ? "MessageMap" : "ScalarMap";
            return $"_containers.{container}[{ValueType(field.MessageType.Fields[0], scope)}, {ValueType(value, scope)}]";
        }

        var type = ValueType(field, scope);
        return !field.IsRepeated ? type
            : field.IsMessageOrGroup ? $"_containers.RepeatedCompositeFieldContainer[{type}]"
            : $"_containers.RepeatedScalarFieldContainer[{type}]";
    }

    /// <summary>Returns the type of a field as a parameter of the constructor.</summary>
    public string OfParameter(FieldDescriptor field, MessageDescriptor scope)
    {
        if (field.IsMap)
        {
            return $"_Mapping[{ValueType(field.MessageType!.Fields[0], scope)}, {ValueType(field.MessageType.Fields[1], scope)}]";
        }

        var type = ValueType(field, scope);
        if (field.IsMessageOrGroup)
        {
            var standard = DateTimeTypeOf(field.MessageType!) is { } name ? name + ", " : "";
            type = $"_Union[{standard}{type}, _Mapping]";
        }
        else if (field.Type == FieldType.Enum)
        {
            type = $"_Union[{type}, str]";
        }

        return field.IsRepeated ? $"_Iterable[{type}]" : type;
    }

    private string ValueType(FieldDescriptor field, MessageDescriptor scope)
    {
        switch (field.Type)
        {
            case FieldType.Double or FieldType.Float:
                return "float";
            case FieldType.Bool:
                return "bool";
            case FieldType.String:
                return "str";
            case FieldType.Bytes:
                return "bytes";
            case FieldType.Enum:
                return Name(field.EnumType!);
            case FieldType.Message or FieldType.Group:
                var name = Name(field.MessageType!);

                // Inside a nested class with the same name, the name alone would refer to that class.
                return scope.ContainingType is not null && name == scope.Name ? PythonNames.Module(field.File) + "." + name : name;
            default:
                return "int";
        }
    }

    /// <summary>Returns the expression for the class of a message or an enum.</summary>
    public string Name(Descriptor type)
    {
        var name = PythonNames.Class(type);
        if (type.File == file)
        {
            return name;
        }

        return (_aliases.TryGetValue(type.File, out var alias) ? alias : DefaultAlias(PythonNames.Module(type.File))) + "." + name;
    }
}
