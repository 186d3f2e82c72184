using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Descriptors.Serialization;

namespace ProtoGen.Compiler.CSharp;

/// <summary>The FileDescriptorProto that generated code carries.</summary>
internal static class EmbeddedDescriptor
{
    public static byte[] Serialize(FileDescriptor file) => FileDescriptorSerializer.Serialize(file, DescriptorForm.Embedded);
}
