using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Tool.Codec;

/// <summary>Creates the runtime's schemas from the compiler's descriptors.</summary>
internal sealed class CompilerSchemas : ISchemaRegistry
{
    private readonly Dictionary<string, MessageDescriptor> _messages = [];
    private readonly Dictionary<string, FieldSchema> _extensionsByName = [];
    private readonly Dictionary<(string Extendee, int Number), FieldSchema> _extensions = [];
    private readonly Dictionary<string, FieldSchema> _items = [];
    private readonly Dictionary<MessageDescriptor, MessageSchema> _schemas = [];
    private readonly Dictionary<EnumDescriptor, EnumSchema> _enums = [];

    /// <summary>Creates schemas for the types of <paramref name="files"/> and of all files that they import.</summary>
    public CompilerSchemas(IEnumerable<FileDescriptor> files)
    {
        var known = new HashSet<FileDescriptor>();
        var open = new Stack<FileDescriptor>(files);
        while (open.TryPop(out var file))
        {
            if (!known.Add(file))
            {
                continue;
            }

            foreach (var message in file.Messages)
            {
                Add(message);
            }

            Add(file.Extensions);
            foreach (var import in file.Dependencies)
            {
                open.Push(import);
            }
        }
    }

    public MessageSchema? FindMessage(string fullName) => _messages.TryGetValue(fullName, out var message) ? Of(message) : null;

    public FieldSchema? FindExtension(string extendee, int number) => _extensions.GetValueOrDefault((extendee, number));

    public FieldSchema? FindExtension(string fullName) => _extensionsByName.GetValueOrDefault(fullName);

    public FieldSchema? FindItem(string messageName) => _items.GetValueOrDefault(messageName);

    private void Add(MessageDescriptor message)
    {
        _messages[message.FullName] = message;
        foreach (var nested in message.Messages)
        {
            Add(nested);
        }

        Add(message.Extensions);
    }

    private void Add(IReadOnlyList<FieldDescriptor> extensions)
    {
        foreach (var extension in extensions)
        {
            var schema = Make(extension);
            _extensionsByName[extension.FullName] = schema;
            _extensions[(extension.ContainingType.FullName, extension.Number)] = schema;
            if (schema.ItemName is { } item)
            {
                _items[item] = schema;
            }
        }
    }

    private MessageSchema Of(MessageDescriptor message)
    {
        if (!_schemas.TryGetValue(message, out var schema))
        {
            schema = new MessageSchema(message.FullName, message.Fields.Select(Make))
            {
                IsMapEntry = message.IsMapEntry,
                IsMessageSet = message.IsMessageSet,
                FindReservedNames = () => message.ReservedNames,
            };
            _schemas.Add(message, schema);
        }

        return schema;
    }

    private FieldSchema Make(FieldDescriptor field)
    {
        var kind = (FieldKind)field.Type;
        var oneof = field.RealContainingOneof;
        return new FieldSchema(
            field.Name,
            field.JsonName,
            field.Number,
            kind,
            field.MessageType is { } message ? () => Of(message) : null,
            field.EnumType is { } type ? () => Of(type) : null)
        {
            ExtensionName = field.IsExtension ? field.FullName : null,
            Extendee = field.IsExtension ? field.ContainingType.FullName : null,
            IsRepeated = field.IsRepeated,
            IsPacked = field.IsPacked,
            IsRequired = field.IsRequired,
            HasPresence = field.HasPresence,
            IsDeprecated = field.IsDeprecated,
            ValidatesUtf8 = kind == FieldKind.String && field.Features.Utf8Validation == Utf8Validation.Verify,
            OneofName = oneof?.Name,
            Oneof = oneof is null ? -1 : oneof.ContainingType.Oneofs.ToList().IndexOf(oneof),
            GroupName = field.IsGroupLike ? field.MessageType!.Name : null,
            ItemName = IsItem(field) ? field.MessageType!.FullName : null,
        };
    }

    /// <summary>Returns whether an extension of a message set is declared inside the message that is its type.</summary>
    private static bool IsItem(FieldDescriptor field) =>
        field is { IsExtension: true, IsRepeated: false, Type: FieldType.Message }
        && field.ContainingType.IsMessageSet && field.ExtensionScope == field.MessageType;

    private EnumSchema Of(EnumDescriptor type)
    {
        if (!_enums.TryGetValue(type, out var schema))
        {
            schema = new EnumSchema(
                type.FullName,
                type.IsClosed,
                [.. type.Values.Select(value => new EnumValueSchema(
                    value.Name, value.Number, value.JsonString ?? value.Name))]);
            _enums.Add(type, schema);
        }

        return schema;
    }
}
