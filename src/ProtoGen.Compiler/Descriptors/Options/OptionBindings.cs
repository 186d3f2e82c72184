namespace ProtoGen.Compiler.Descriptors.Options;

/// <summary>What the options of one file were interpreted against.</summary>
internal sealed class OptionBindings
{
    private readonly Dictionary<(MessageDescriptor Extendee, int Number), FieldDescriptor> _extensions = [];
    private readonly Dictionary<string, MessageDescriptor> _optionsTypes = [];

    /// <summary>By index in the parser's list of source locations: the path that the option has once interpreted.</summary>
    public Dictionary<int, int[]> LocationPaths { get; } = [];

    /// <summary>The descriptor of an options message, such as google.protobuf.FileOptions; null when no element of the file has such options.</summary>
    public MessageDescriptor? FindOptionsType(string fullName) => _optionsTypes.TryGetValue(fullName, out var type) ? type : null;

    /// <summary>Remembers the descriptor of an options message.</summary>
    public void AddOptionsType(MessageDescriptor type) => _optionsTypes[type.FullName] = type;

    /// <summary>An extension that the file's options use; null when they use none with this number.</summary>
    public FieldDescriptor? FindExtension(MessageDescriptor extendee, int number) =>
        _extensions.TryGetValue((extendee, number), out var extension) ? extension : null;

    /// <summary>Remembers an extension that the file's options use.</summary>
    public void AddExtension(FieldDescriptor extension) => _extensions[(extension.ContainingType, extension.Number)] = extension;
}
