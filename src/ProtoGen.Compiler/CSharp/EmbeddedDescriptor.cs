using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.CSharp;

/// <summary>The FileDescriptorProto that generated code carries.</summary>
internal static class EmbeddedDescriptor
{
    public static byte[] Serialize(FileDescriptor file) => [];
}
