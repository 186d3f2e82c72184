using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Text;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options.Binary;

/// <summary>
/// Validates and orders the extensions of options messages with which protoc is built. protoc treats them as known fields.
/// </summary>
internal static class KnownExtensions
{
    /// <summary>The number of the field string in pb.JsonEnumValueOptions, the type of (pb.enumvalue.json).</summary>
    private const int JsonNameField = 1;

    private const string FeatureSetName = "FeatureSet";

    /// <summary>protoc writes its known extensions of FeatureSet up to this number before all extensions that it does not know.</summary>
    private const int LastFeatureInOrder = 1001;

    /// <summary>Returns whether protoc can read an element's options again.</summary>
    /// <remarks>protoc requires that the strings in pb.file.cpp and pb.enumvalue.json are valid UTF-8.</remarks>
    public static bool CanRead(OptionMessage options, MessageDescriptor optionsType, OptionBindings known)
    {
        var reader = options.OpenReader();
        while (reader.ReadTag())
        {
            var isMessage = reader.WireType == WireType.LengthDelimited && known.FindExtension(optionsType, reader.FieldNumber) is not null;
            if (!isMessage) reader.Skip();
            else if (!IsTextMessage(reader.ReadMessage())) return false;
        }

        return true;
    }

    /// <summary>Returns options in protoc's final order: known fields ordered by number, then unknown fields.</summary>
    public static byte[] Reorder(byte[] options, MessageDescriptor optionsType, OptionBindings known) =>
        MayBeOutOfOrder(new WireReader(options), optionsType, known)
            ? MessageNormalizer.Normalize(options, optionsType, known) ?? options
            : options;

    /// <summary>Returns whether fields that are ordered by number may differ from protoc's order.</summary>
    /// <remarks>This is the case if protoc knows an extension whose number is larger than that of an unknown one.</remarks>
    private static bool MayBeOutOfOrder(WireReader reader, MessageDescriptor type, OptionBindings known)
    {
        while (reader.ReadTag())
        {
            var number = reader.FieldNumber;
            var isMessage = reader.WireType == WireType.LengthDelimited;
            if (known.FindExtension(type, number) is not null && (type.Name != FeatureSetName || number > LastFeatureInOrder)) return true;
            if (!isMessage || FieldNumberLookup.Find(type, number) is not { MessageType: { Name: FeatureSetName } features }) reader.Skip();
            else if (MayBeOutOfOrder(reader.ReadMessage(), features, known)) return true;
        }

        return false;
    }

    /// <summary>Returns whether a pb.JsonEnumValueOptions is well-formed.</summary>
    private static bool IsTextMessage(WireReader reader)
    {
        while (reader.ReadTag())
        {
            if (reader.FieldNumber != JsonNameField || reader.WireType != WireType.LengthDelimited) reader.Skip();
            else if (!Utf8.IsValid(reader.ReadBytes())) return false;
        }

        return !reader.Failed;
    }
}
