using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Runtime.Schema;

/// <summary>The message types that an Any may hold, and the extensions that JSON and text may name.</summary>
/// <remarks>Does what Google.Protobuf's <see cref="TypeRegistry"/> does, which knows no extensions. Immutable.</remarks>
public sealed class ProtoTypes : ISchemaRegistry
{
    private readonly Dictionary<string, MessageDescriptor> _messages = [];
    private readonly Dictionary<string, FieldSchema> _extensionsByName = [];
    private readonly Dictionary<(string Extendee, int Number), FieldSchema> _extensions = [];
    private readonly Dictionary<string, FieldSchema> _items = [];
    private readonly TypeRegistry? _more;

    private ProtoTypes(TypeRegistry? more = null) => _more = more;

    /// <summary>Knows no type and no extension.</summary>
    public static ProtoTypes Empty { get; } = new();

    /// <summary>What a message needs in order to read the extensions; null without any.</summary>
    internal ExtensionRegistry? Extensions { get; private set; }

    /// <summary>All messages and extensions of <paramref name="files"/> and of the files that they import.</summary>
    public static ProtoTypes FromFiles(params IEnumerable<FileDescriptor> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var types = new ProtoTypes();
        types.AddFiles(files);
        return types;
    }

    /// <summary>
    /// All messages and extensions of the files that declare <paramref name="messages"/>, and of the files that they import.
    /// </summary>
    public static ProtoTypes FromMessages(params IEnumerable<MessageDescriptor> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return FromFiles(messages.Select(message => message.File));
    }

    /// <summary>The messages of Google.Protobuf's registry.</summary>
    public static ProtoTypes FromRegistry(TypeRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return new ProtoTypes(registry);
    }

    MessageSchema? ISchemaRegistry.FindMessage(string fullName) => Find(fullName) is { } message ? DescriptorSchema.Of(message) : null;

    FieldSchema? ISchemaRegistry.FindExtension(string extendee, int number) => _extensions.GetValueOrDefault((extendee, number));

    FieldSchema? ISchemaRegistry.FindExtension(string fullName) => _extensionsByName.GetValueOrDefault(fullName);

    FieldSchema? ISchemaRegistry.FindItem(string messageName) => _items.GetValueOrDefault(messageName);

    /// <summary>The message of that full name, or null.</summary>
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
