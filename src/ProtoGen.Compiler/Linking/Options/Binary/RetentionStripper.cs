using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Options.Binary;

/// <summary>Strips options with source retention, and sorts custom options by number as protoc does in the same step.</summary>
internal static class RetentionStripper
{
    private const int SourceRetention = 2;

    /// <summary>Returns whether a field has source retention: descriptors that leave the compiler don't contain it.</summary>
    public static bool IsSourceOnly(FieldDescriptor field) =>
        field.Options.GetEnum(DescriptorFields.FieldOptions.Retention) == SourceRetention;

    /// <summary>Returns whether a message of this type is removed when stripping leaves it empty.</summary>
    public static bool IsOptionsMessage(MessageDescriptor type) =>
        type.File.Name == FileDescriptor.DescriptorProtoName && type.Name.EndsWith("Options", StringComparison.Ordinal);

    /// <summary>
    /// Returns the options that remain; <see cref="OptionMessage.Empty"/> if none do, and null if protoc could not read them.
    /// </summary>
    /// <param name="options">The element's options.</param>
    /// <param name="type">Their type.</param>
    /// <param name="bindings">The known extensions; null for none.</param>
    /// <param name="depth">The nesting of the options in the FileDescriptorProto.</param>
    /// <param name="strippedPaths">Receives the paths of the stripped fields, relative to the options.</param>
    public static OptionMessage? Strip(
        OptionMessage options, MessageDescriptor type, OptionBindings? bindings, int depth, List<int[]>? strippedPaths)
    {
        if (!options.NeedsStripping) return options;
        var bytes = MessageNormalizer.Strip(options.OpenReader(), type, bindings, depth, strippedPaths);
        if (bytes is null) return null;
        if (bytes.Length > 0 || options.Size == 0 || !IsOptionsMessage(type)) return new OptionMessage(bytes);
        strippedPaths?.Add([]);
        return OptionMessage.Empty;
    }
}
