using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Options.Binary;

/// <summary>Takes options with source retention away, and puts custom options into number order as protoc does on the way.</summary>
internal static class RetentionStripper
{
    private const int SourceRetention = 2;

    /// <summary>Whether a field is for the source only: it is not in descriptors that leave the compiler.</summary>
    public static bool IsSourceOnly(FieldDescriptor field) => field.Options.GetEnum(DescriptorFields.FieldOptions.Retention) == SourceRetention;

    /// <summary>Whether a message of this type is taken away when nothing remains in it.</summary>
    public static bool IsOptionsMessage(MessageDescriptor type) =>
        type.File.Name == FileDescriptor.DescriptorProtoName && type.Name.EndsWith("Options", StringComparison.Ordinal);

    /// <summary>What remains of an element's options, <see cref="OptionMessage.Empty"/> if nothing does; null if they can't be read as protoc reads them.</summary>
    /// <param name="options">The element's options.</param>
    /// <param name="type">Their type.</param>
    /// <param name="bindings">The extensions that are known; null for none.</param>
    /// <param name="depth">How deep the options stand in the FileDescriptorProto.</param>
    /// <param name="strippedPaths">Gets the paths of what was taken away, from the options on.</param>
    public static OptionMessage? Strip(OptionMessage options, MessageDescriptor type, OptionBindings? bindings, int depth, List<int[]>? strippedPaths)
    {
        if (!options.NeedsStripping) return options;
        var bytes = MessageNormalizer.Strip(options.OpenReader(), type, bindings, depth, strippedPaths);
        if (bytes is null) return null;
        if (bytes.Length > 0 || options.Size == 0 || !IsOptionsMessage(type)) return new OptionMessage(bytes);
        strippedPaths?.Add([]);
        return OptionMessage.Empty;
    }
}
