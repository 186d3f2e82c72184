using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Text;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options.Binary;

/// <summary>Treats the extensions of options messages that protoc is built with as it does: as fields it knows.</summary>
internal static class KnownExtensions
{
    /// <summary>The number of the field string in pb.JsonEnumValueOptions, the type of (pb.enumvalue.json).</summary>
    private const int JsonNameField = 1;

    private const string FeatureSetName = "FeatureSet";

    /// <summary>Of the extensions of FeatureSet that protoc knows, those up to this number come before all that it doesn't know.</summary>
    private const int LastFeatureInOrder = 1001;

    /// <summary>
    /// Returns whether protoc can read an element's options again; it checks the texts in pb.file.cpp and pb.enumvalue.json.
    /// </summary>
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

    /// <summary>
    /// Returns options in the order in which protoc writes them in the end: what it knows in number order, then what it doesn't know.
    /// </summary>
    public static byte[] Reorder(byte[] options, MessageDescriptor optionsType, OptionBindings known) =>
        MayBeOutOfOrder(new WireReader(options), optionsType, known)
            ? MessageNormalizer.Normalize(options, optionsType, known) ?? options
            : options;

    /// <summary>
    /// Fields in number order are not in protoc's order if it knows an extension with a number above that of one it doesn't know.
    /// </summary>
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

    /// <summary>Returns whether a message can be read whose only known field is the string of a JSON name.</summary>
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
