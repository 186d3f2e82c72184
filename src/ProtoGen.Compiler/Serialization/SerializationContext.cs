using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Serialization;

/// <summary>The state that the serializers of a file's elements share.</summary>
internal sealed class SerializationContext(WireWriter writer, FileDescriptor file, DescriptorForm form, bool knowsExtensions)
{
    /// <summary>The paths of removed options; null if source info is not written.</summary>
    private readonly List<int[]>? _strippedPaths = form.SourceInfo && file.SourceLocations is not null ? [] : null;

    /// <summary>Gets the writer of the output.</summary>
    public WireWriter Writer { get; } = writer;

    /// <summary>Gets whether json_name is written for every field.</summary>
    public bool JsonNames { get; } = form.JsonNames;

    /// <summary>Gets whether the file is proto2 or proto3, whose descriptors contain groups and required fields.</summary>
    public bool IsLegacySyntax { get; } = file.Edition < Edition.Edition2023;

    /// <summary>Gets the form of the file as proto2 or proto3; null if the file is written unchanged.</summary>
    public LoweredFile? Lowered { get; } = form.IsLowered ? LoweredFile.Of(file) : null;

    /// <summary>
    /// Gets whether options could not be read with the file's extensions. protoc then ignores the extensions of the whole file.
    /// </summary>
    public bool HasUnreadableOptions { get; private set; }

    /// <summary>Writes the options of an element, without those that the form omits.</summary>
    public void WriteOptions(int number, Descriptor element)
    {
        var options = element.Options;
        if (options.NeedsStripping && !form.RetainOptions) options = Strip(options, number, element);
        if (Lowered is not null) LoweredOptions.Write(Writer, number, element, options);
        else if (!options.IsEmpty) options.WriteTo(Writer, number);
    }

    /// <summary>Writes comments and locations if the form includes them. All options must be written before.</summary>
    public void WriteSourceInfo(int number)
    {
        if (_strippedPaths is null) return;
        new SourceInfoSerializer(
            Writer, file.SourceLocations!, OptionBindings.Of(file)?.Locations, new PathSet(_strippedPaths)).Write(number);
    }

    private static OptionMessage Reorder(OptionMessage options, MessageDescriptor type)
    {
        if (options.Size == 0) return options;
        var bytes = options.ToByteArray();
        var ordered = KnownExtensions.Reorder(bytes, type, BuiltInFiles.Options.Value.Known);
        return ReferenceEquals(ordered, bytes) ? options : new OptionMessage(ordered);
    }

    private OptionMessage Strip(OptionMessage options, int number, Descriptor element)
    {
        var bindings = OptionBindings.Of(file)!;
        var type = bindings.FindOptionsType(OptionsTypes.NameFor(element))!;
        var paths = _strippedPaths is null ? null : new List<int[]>();
        var depth = DescriptorPath.DepthOf(element) + 1;
        if ((knowsExtensions ? ImportedType(bindings.FileType!, number, element) : type.BuiltIn) is not { } stripped) return options;
        var rest = RetentionStripper.Strip(options, stripped, knowsExtensions ? bindings : null, depth, paths);
        HasUnreadableOptions |= rest is null;
        if (paths is { Count: > 0 }) NoteStripped(paths, number, element);
        return rest is null ? options : Reorder(rest, type.BuiltIn);
    }

    /// <summary>
    /// Returns the type of the options that is the type of the field in FileDescriptorProto; null if there is no such field.
    /// </summary>
    /// <remarks>
    /// It differs from the type with the same name only in copies of descriptor.proto, such as one that is older than the options.
    /// </remarks>
    private static MessageDescriptor? ImportedType(MessageDescriptor fileType, int number, Descriptor element)
    {
        var parent = fileType;
        var path = DescriptorPath.Of(element);
        for (var i = 0; parent is not null && i < path.Count; i += 2) parent = FieldNumberLookup.Find(parent, path[i])?.MessageType;
        return parent is null ? null : FieldNumberLookup.Find(parent, number)?.MessageType;
    }

    private void NoteStripped(List<int[]> paths, int number, Descriptor element)
    {
        var start = DescriptorPath.Of(element);
        start.Add(number);
        foreach (var path in paths) _strippedPaths!.Add([.. start, .. path]);
    }
}
