using System.Runtime.CompilerServices;
using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>The types and extensions by which the options of one file were interpreted.</summary>
internal sealed class OptionBindings
{
    // Not a property of FileDescriptor: the model knows nothing of the linker. The serializer needs them after the link.
    private static readonly ConditionalWeakTable<FileDescriptor, OptionBindings> Bindings = new();

    private readonly Dictionary<(MessageDescriptor Extendee, int Number), FieldDescriptor> _extensions = [];
    private readonly Dictionary<string, OptionsType> _optionsTypes = [];

    /// <summary>Gets the paths of the interpreted options, for their source locations.</summary>
    public OptionLocations Locations { get; } = new();

    /// <summary>Returns the bindings of a linked file; null when its options were not interpreted.</summary>
    public static OptionBindings? Of(FileDescriptor file) => Bindings.TryGetValue(file, out var bindings) ? bindings : null;

    /// <summary>Keeps these bindings for as long as the file lives.</summary>
    public void KeepFor(FileDescriptor file)
    {
        Bindings.Remove(file);
        Bindings.Add(file, this);
    }

    /// <summary>
    /// Gets or sets google.protobuf.FileDescriptorProto if a loaded file declares it. protoc reads options by it and knows no custom
    /// options without it.
    /// </summary>
    public MessageDescriptor? FileType { get; set; }

    /// <summary>
    /// Returns the types of an options message, such as google.protobuf.FileOptions; null when no element of the file has such options.
    /// </summary>
    public OptionsType? FindOptionsType(string fullName) => _optionsTypes.TryGetValue(fullName, out var type) ? type : null;

    /// <summary>Records the types of an options message.</summary>
    public void AddOptionsType(OptionsType type) => _optionsTypes.Add(type.Seen.FullName, type);

    /// <summary>Returns an extension that the file's options use; null when they use none with this number.</summary>
    public FieldDescriptor? FindExtension(MessageDescriptor extendee, int number) =>
        _extensions.TryGetValue((extendee, number), out var extension) ? extension : null;

    /// <summary>Records an extension that the file's options use.</summary>
    public void AddExtension(FieldDescriptor extension) => _extensions[(extension.ContainingType, extension.Number)] = extension;
}

/// <summary>An options message as the file sees it and as protoc was built with it. Both are mostly the same.</summary>
internal sealed record OptionsType(MessageDescriptor Seen, MessageDescriptor BuiltIn);
