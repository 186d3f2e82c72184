extern alias ProtobufNet;

using ProtobufNet::Google.Protobuf.Reflection;
using ProtobufNet::ProtoBuf.Reflection;
using ProtoGen.Testing;

namespace ProtoGen.Benchmarks.Messages;

/// <summary>Generates C# with protobuf-net.</summary>
internal static class PeerCode
{
    public static IReadOnlyList<string> Generate(IEnumerable<ProtoSource> protos)
    {
        var files = new FileDescriptorSet();
        foreach (var proto in protos)
        {
            using var text = new StringReader(proto.Text);
            files.Add(proto.Name, includeInOutput: true, text);
        }

        files.Process();
        return [.. CSharpCodeGenerator.Default.Generate(files).Select(file => file.Text)];
    }
}
