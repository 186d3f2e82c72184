using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Serialization;
using ProtoGen.Compiler.Wire;
using ProtoGen.Tool.CommandLine;
using ProtoGen.Tool.Generators;

namespace ProtoGen.Tool.Plugins;

/// <summary>Writes google.protobuf.compiler.CodeGeneratorRequest.</summary>
internal static class CodeGeneratorRequest
{
    private const int FileToGenerateField = 1;
    private const int ParameterField = 2;
    private const int CompilerVersionField = 3;
    private const int ProtoFileField = 15;
    private const int SourceFileDescriptorsField = 17;

    /// <summary>The version of protoc's libraries.</summary>
    private static readonly int[] Version = [ProtocVersion.Major, ProtocVersion.Minor, ProtocVersion.Patch];

    private static readonly DescriptorForm Full = new(JsonNames: true, RetainOptions: true, SourceInfo: true);

    public static byte[] Serialize(Generation generation, bool hasJsonNames)
    {
        var writer = new WireWriter();
        foreach (var file in generation.Files)
        {
            writer.WriteString(FileToGenerateField, file.Name);
        }

        if (generation.Parameter.Length > 0)
        {
            writer.WriteString(ParameterField, generation.Parameter);
        }

        WriteVersion(writer);
        WriteFiles(writer, DescriptorSetSerializer.Order(generation.Files, includeImports: true), generation, hasJsonNames);
        return writer.ToArray();
    }

    private static void WriteVersion(WireWriter writer)
    {
        var start = writer.BeginMessage(CompilerVersionField);
        for (var i = 0; i < Version.Length; i++)
        {
            writer.WriteInt32(i + 1, Version[i]);
        }

        writer.WriteString(Version.Length + 1, "");
        writer.EndMessage(start);
    }

    /// <summary>Writes the input files, with and without options that have source retention, and the other files with them.</summary>
    private static void WriteFiles(WireWriter writer, IReadOnlyList<FileDescriptor> files, Generation generation, bool hasJsonNames)
    {
        var isBootstrap = generation.Parameter.Split(',').Contains("bootstrap");
        var stripped = new DescriptorForm(JsonNames: hasJsonNames && !isBootstrap, RetainOptions: false, SourceInfo: !isBootstrap);
        var inputs = generation.Files.ToHashSet();
        foreach (var file in files)
        {
            writer.WriteBytes(ProtoFileField, FileDescriptorSerializer.Serialize(file, inputs.Contains(file) ? stripped : Full));
        }

        foreach (var file in files.Where(inputs.Contains))
        {
            writer.WriteBytes(SourceFileDescriptorsField, FileDescriptorSerializer.Serialize(file, Full));
        }
    }
}
