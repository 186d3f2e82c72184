using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Serialization;

namespace ProtoGen.Compiler.CSharp;

/// <summary>
/// Serializes the FileDescriptorProto that generated code contains. It is protoc's, or a lowered form for a Google.Protobuf that doesn't
/// know the file's edition.
/// </summary>
internal static class EmbeddedDescriptor
{
    // The first Google.Protobuf whose feature defaults include the edition (FeatureSetDescriptor in its source).
    private static readonly Version KnowsEdition2023 = new(3, 27);
    private static readonly Version KnowsEdition2024 = new(3, 32);

    /// <summary>Returns the bytes for the Google.Protobuf that is referenced; protoc's when it is unknown.</summary>
    public static byte[] Serialize(FileDescriptor file, Version? googleProtobuf) =>
        FileDescriptorSerializer.Serialize(
            file, IsLowered(file, googleProtobuf) ? DescriptorForm.EmbeddedLowered : DescriptorForm.Embedded);

    /// <summary>Returns the oneofs of a message's embedded form in order: its own, then those that lowering adds.</summary>
    public static IEnumerable<string> Oneofs(MessageDescriptor message, Version? googleProtobuf)
    {
        foreach (var oneof in message.Oneofs) yield return oneof.Name;
        if (!IsLowered(message.File, googleProtobuf)) yield break;
        foreach (var name in LoweredFile.Of(message.File)!.GetSyntheticOneofs(message)) yield return name;
    }

    private static bool IsLowered(FileDescriptor file, Version? googleProtobuf) =>
        file.Edition >= Edition.Edition2023 && googleProtobuf is not null
        && googleProtobuf < (file.Edition >= Edition.Edition2024 ? KnowsEdition2024 : KnowsEdition2023);
}
