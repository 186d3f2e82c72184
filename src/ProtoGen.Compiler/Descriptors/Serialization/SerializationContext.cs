using ProtoGen.Compiler.Descriptors.Options;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Descriptors.Serialization;

/// <summary>What the serializers of all elements of one file share.</summary>
internal sealed class SerializationContext(WireWriter writer, FileDescriptor file, DescriptorForm form)
{
    /// <summary>Where the bytes go.</summary>
    public WireWriter Writer { get; } = writer;

    /// <summary>Whether every field gets its json_name.</summary>
    public bool JsonNames { get; } = form.JsonNames;

    /// <summary>Whether the file is of proto2 or proto3, where groups and required fields are written as such.</summary>
    public bool IsLegacySyntax { get; } = file.Edition < Edition.Edition2023;

    /// <summary>Writes an element's options, if it has any that remain in this form.</summary>
    public void WriteOptions(int number, Descriptor element)
    {
        var options = element.Options;
        if (options.IsEmpty) return;
        if (!form.RetainOptions) options = RetentionStripper.Strip(options, element, file.OptionBindings);
        if (!options.IsEmpty) options.WriteTo(Writer, number);
    }
}
