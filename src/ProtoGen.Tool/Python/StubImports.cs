using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Tool.Python;

/// <summary>Collects the modules that the stub of a file needs in addition to those of its imports.</summary>
internal sealed class StubImports
{
    private StubImports(FileDescriptor file)
    {
        HasMessages = file.Messages.Count > 0;
        HasEnums = file.Enums.Count > 0;
        foreach (var message in file.Messages)
        {
            Add(message);
        }
    }

    public bool HasMessages { get; }

    public bool HasEnums { get; private set; }

    public bool HasRepeated { get; private set; }

    public bool HasIterable { get; private set; }

    public bool HasMapping { get; private set; }

    public bool HasExtendable { get; private set; }

    public bool HasOptional { get; private set; }

    public bool HasUnion { get; private set; }

    public bool HasWellKnownType { get; private set; }

    public bool HasDateTime { get; private set; }

    public static StubImports Of(FileDescriptor file) => new(file);

    private void Add(MessageDescriptor message)
    {
        HasExtendable |= message.ExtensionRanges.Count > 0;
        HasEnums |= message.Enums.Count > 0;
        HasWellKnownType |= StubTypes.IsWellKnown(message);
        foreach (var field in message.Fields.Where(field => !PythonNames.IsKeyword(field.Name)))
        {
            Add(field);
        }

        foreach (var nested in message.Messages)
        {
            Add(nested);
        }
    }

    private void Add(FieldDescriptor field)
    {
        HasOptional = true;
        HasRepeated |= field.IsRepeated;
        HasIterable |= field.IsRepeated && !field.IsMap;
        var typed = field.IsMap ? field.MessageType!.Fields[1] : field;
        HasMapping |= field.IsMap || typed.IsMessageOrGroup;
        HasUnion |= typed.IsMessageOrGroup || typed.Type == FieldType.Enum;
        HasDateTime |= typed.MessageType is { } type && StubTypes.DateTimeTypeOf(type) is not null;
    }
}
