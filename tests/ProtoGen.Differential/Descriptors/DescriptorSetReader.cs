using System.Text;
using ProtoGen.Compiler.Serialization.Reading;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Differential.Descriptors;

/// <summary>Splits a FileDescriptorSet into its files.</summary>
internal static class DescriptorSetReader
{
    public static IReadOnlyDictionary<string, byte[]> Read(byte[] set)
    {
        var files = new Dictionary<string, byte[]>();
        var reader = new WireReader(set);
        while (reader.ReadTag())
        {
            var file = reader.ReadBytes();
            files[ReadName(file)] = file;
        }

        return files;
    }

    private static string ReadName(byte[] file)
    {
        var reader = new WireReader(file);
        return reader.ReadTag() && reader.FieldNumber == 1 ? Encoding.UTF8.GetString(reader.ReadBytes()) : "";
    }
}
