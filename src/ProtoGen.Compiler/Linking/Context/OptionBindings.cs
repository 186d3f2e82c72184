using System.Runtime.CompilerServices;
using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>The types and extensions by which the options of one file were interpreted.</summary>
internal sealed class OptionBindings
{
    // The serializer needs the bindings after the link. They are not a property of FileDescriptor, because the model does not depend on the
    // linker.
    private static readonly ConditionalWeakTable<FileDescriptor, OptionBindings> Bindings = new();

    private readonly FieldTable<FieldDescriptor> _extensions = new();
    private readonly Dictionary<string, OptionsType> _optionsTypes = [];

    /// <summary>Gets the paths of the interpreted options, for their source locations.</summary>
    public OptionLocations Locations { get; } = new();

    /// <summary>Returns the bindings of a linked file; null if its options were not interpreted.</summary>
    public static OptionBindings? Of(FileDescriptor file) => Bindings.TryGetValue(file, out var bindings) ? bindings : null;

    /// <summary>Attaches these bindings to a file for its lifetime.</summary>
    public void KeepFor(FileDescriptor file)
    {
        Bindings.Remove(file);
        Bindings.Add(file, this);
    }

    /// <summary>Gets or sets google.protobuf.FileDescriptorProto; null if no loaded file declares it.</summary>
    /// <remarks>protoc uses it to read options again. Without it protoc knows no custom options.</remarks>
    public MessageDescriptor? FileType { get; set; }

    /// <summary>
    /// Returns the types of an options message, such as google.protobuf.FileOptions; null if no element of the file has such options.
    /// </summary>
    public OptionsType? FindOptionsType(string fullName) => _optionsTypes.TryGetValue(fullName, out var type) ? type : null;

    /// <summary>Records the types of an options message.</summary>
    public void AddOptionsType(OptionsType type) => _optionsTypes.Add(type.Imported.FullName, type);

    /// <summary>Returns the extension with this number that the file's options use; null if they use none.</summary>
    public FieldDescriptor? FindExtension(MessageDescriptor extendee, int number) => _extensions.Find(extendee, number);

    /// <summary>Records an extension that the file's options use.</summary>
    public void AddExtension(FieldDescriptor extension) =>
        _extensions.Set(extension.ContainingType, extension.Number, extension);
}

/// <summary>
/// The type of an options message that the file imports, and the type with which protoc was built. They are usually the same.
/// </summary>
internal sealed record OptionsType(MessageDescriptor Imported, MessageDescriptor BuiltIn);
