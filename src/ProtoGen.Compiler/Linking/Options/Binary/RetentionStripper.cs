using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Linking.Options.Binary;

/// <summary>Removes options with source retention. Like protoc, it also sorts custom options by number in this step.</summary>
internal static class RetentionStripper
{
    private const int SourceRetention = 2;

    /// <summary>Returns whether a field has source retention, so that the compiler removes it from its output.</summary>
    public static bool IsSourceOnly(FieldDescriptor field) =>
        field.Options.GetEnum(DescriptorFields.FieldOptions.Retention) == SourceRetention;

    /// <summary>Returns whether a message of this type is removed if stripping leaves it empty.</summary>
    public static bool IsOptionsMessage(MessageDescriptor type) =>
        type.File.Name == FileDescriptor.DescriptorProtoName && type.Name.EndsWith("Options", StringComparison.Ordinal);

    /// <summary>
    /// Returns the remaining options; <see cref="OptionMessage.Empty"/> if there are none, and null if protoc could not read them.
    /// </summary>
    /// <param name="options">The element's options.</param>
    /// <param name="type">The type of the options.</param>
    /// <param name="bindings">The known extensions; null for none.</param>
    /// <param name="depth">The nesting depth of the options in the FileDescriptorProto.</param>
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
