using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Runtime.Schema;

/// <summary>A set of message types that an Any may hold and of extensions that JSON and text format may name.</summary>
/// <remarks>Unlike Google.Protobuf's <see cref="TypeRegistry"/>, it also knows extensions. It is immutable.</remarks>
public sealed class ProtoTypes : ISchemaRegistry
{
    private readonly Dictionary<string, MessageDescriptor> _messages = [];
    private readonly Dictionary<string, FieldSchema> _extensionsByName = [];
    private readonly Dictionary<(string Extendee, int Number), FieldSchema> _extensions = [];
    private readonly Dictionary<string, FieldSchema> _items = [];
    private readonly TypeRegistry? _more;

    private ProtoTypes(TypeRegistry? more = null) => _more = more;

    /// <summary>Gets an empty set.</summary>
    public static ProtoTypes Empty { get; } = new();

    /// <summary>Gets the registry with which messages read the extensions; null if there are none.</summary>
    internal ExtensionRegistry? Extensions { get; private set; }

    /// <summary>Creates a set of all messages and extensions in <paramref name="files"/> and the files that they import.</summary>
    public static ProtoTypes FromFiles(params IEnumerable<FileDescriptor> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var types = new ProtoTypes();
        types.AddFiles(files);
        return types;
    }

    /// <summary>
    /// Creates a set of all messages and extensions in the files that declare <paramref name="messages"/> and in the files that these
    /// import.
    /// </summary>
    public static ProtoTypes FromMessages(params IEnumerable<MessageDescriptor> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return FromFiles(messages.Select(message => message.File));
    }

    /// <summary>Creates a set of the messages in Google.Protobuf's registry.</summary>
    public static ProtoTypes FromRegistry(TypeRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return new ProtoTypes(registry);
    }

    MessageSchema? ISchemaRegistry.FindMessage(string fullName) => Find(fullName) is { } message ? DescriptorSchema.Of(message) : null;

    FieldSchema? ISchemaRegistry.FindExtension(string extendee, int number) => _extensions.GetValueOrDefault((extendee, number));

    FieldSchema? ISchemaRegistry.FindExtension(string fullName) => _extensionsByName.GetValueOrDefault(fullName);

    FieldSchema? ISchemaRegistry.FindItem(string messageName) => _items.GetValueOrDefault(messageName);

    /// <summary>Finds a message by its full name.</summary>
    public MessageDescriptor? Find(string fullName) => _messages.GetValueOrDefault(fullName) ?? _more?.Find(fullName);

    private void AddFiles(IEnumerable<FileDescriptor> files)
    {
        var known = new HashSet<FileDescriptor>();
        var open = new Stack<FileDescriptor>(files);
        while (open.TryPop(out var file))
        {
            if (!known.Add(file))
                continue;
            foreach (var message in file.MessageTypes)
                AddMessage(message);
            AddExtensions(file.Extensions);
            foreach (var import in file.Dependencies)
                open.Push(import);
        }
    }

    private void AddMessage(MessageDescriptor message)
    {
        _messages[message.FullName] = message;
        foreach (var nested in message.NestedTypes)
            AddMessage(nested);
        AddExtensions(message.Extensions);
    }

    private void AddExtensions(ExtensionCollection extensions)
    {
        foreach (var descriptor in extensions.UnorderedExtensions)
        {
            var extension = DescriptorSchema.OfExtension(descriptor);
            _extensionsByName[extension.ExtensionName!] = extension;
            _extensions[(extension.Extendee!, extension.Number)] = extension;
            if (extension.ItemName is { } item)
                _items[item] = extension;
            if (descriptor.Extension != null)
                (Extensions ??= []).Add(descriptor.Extension);
        }
    }
}
