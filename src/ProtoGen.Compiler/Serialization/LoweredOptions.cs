using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Options;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Serialization;

/// <summary>
/// Writes the options of an element of a <see cref="LoweredFile"/>: without features, but with <c>packed</c> for fields that can be packed.
/// </summary>
internal static class LoweredOptions
{
    /// <summary>Writes the options as a field, or nothing if there are none.</summary>
    public static void Write(WireWriter writer, int number, Descriptor element, OptionMessage options)
    {
        var isPackable = element is FieldDescriptor { IsPackable: true };
        var start = writer.Length;
        var message = writer.BeginMessage(number);
        var content = writer.Length;
        var isPackedWritten = !isPackable;
        var reader = options.OpenReader();
        while (reader.ReadTag())
        {
            if (!isPackedWritten && reader.FieldNumber > DescriptorFields.FieldOptions.Packed) WritePacked();
            var tagStart = reader.TagStart;
            var isFeatures = reader.FieldNumber == OptionsTypes.FeaturesOf(element);
            reader.Skip();
            if (!isFeatures) writer.WriteRaw(reader.Bytes, tagStart, reader.Position - tagStart);
        }

        if (!isPackedWritten) WritePacked();
        if (writer.Length == content) writer.Truncate(start);
        else writer.EndMessage(message);

        void WritePacked()
        {
            writer.WriteBool(DescriptorFields.FieldOptions.Packed, ((FieldDescriptor)element).IsPacked);
            isPackedWritten = true;
        }
    }
}
