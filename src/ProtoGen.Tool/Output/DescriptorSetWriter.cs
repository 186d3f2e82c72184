using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Serialization;
using ProtoGen.Compiler.Wire;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Output;

/// <summary>Writes a FileDescriptorSet file by file and serializes the files on all cores.</summary>
internal static class DescriptorSetWriter
{
    public static void Write(string path, IReadOnlyList<FileDescriptor> files, DescriptorForm form)
    {
        try
        {
            using var stream = File.Create(path, 1 << 16);
            var header = new WireWriter();
            foreach (var bytes in files.SelectInParallel(file => FileDescriptorSerializer.Serialize(file, form)))
            {
                header.Clear();
                header.WriteTag(DescriptorFields.FileSet.File, WireType.LengthDelimited);
                header.WriteVarint((uint)bytes.Length);
                header.CopyTo(stream);
                stream.Write(bytes);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}: {SystemErrorText.Describe(e, path)}");
        }
    }
}
