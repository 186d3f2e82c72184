using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Serialization;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Serializes the FileDescriptorProto that generated code contains.</summary>
/// <remarks>
/// It equals protoc's unless the referenced Google.Protobuf does not know the file's edition. The file is then rewritten as proto2 or
/// proto3.
/// </remarks>
internal static class EmbeddedDescriptor
{
    // The first versions of Google.Protobuf that have the feature defaults of these editions.
    private static readonly Version KnowsEdition2023 = new(3, 27);
    private static readonly Version KnowsEdition2024 = new(3, 32);

    /// <summary>Returns the bytes for the referenced Google.Protobuf; protoc's bytes if the version is unknown.</summary>
    public static byte[] Serialize(FileDescriptor file, Version? googleProtobuf) =>
        FileDescriptorSerializer.Serialize(
            file, IsLowered(file, googleProtobuf) ? DescriptorForm.EmbeddedLowered : DescriptorForm.Embedded);

    /// <summary>
    /// Returns the names of a message's oneofs in the embedded descriptor: the declared ones, then the synthetic ones of a rewritten file.
    /// </summary>
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
