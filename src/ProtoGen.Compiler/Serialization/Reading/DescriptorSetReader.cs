using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>Converts a google.protobuf.FileDescriptorSet, such as <c>protoc --descriptor_set_out</c> writes, to parsed files.</summary>
/// <remarks>The elements of these files have no positions.</remarks>
public static class DescriptorSetReader
{
    /// <summary>Reads all files. Returns false if the bytes are not a valid FileDescriptorSet.</summary>
    public static bool TryRead(byte[] set, out IReadOnlyList<ParsedFile> files)
    {
        var found = new List<ParsedFile>();
        files = found;
        if (SetCleaner.Clean(set) is not { } clean) return false;
        var reader = new WireReader(clean);
        while (reader.ReadTag())
        {
            if (reader.FieldNumber != DescriptorFields.FileSet.File || reader.WireType != WireType.LengthDelimited)
            {
                reader.Skip();
                continue;
            }

            if (!TryReadFile(reader.ReadMessage(), found)) return false;
        }

        return !reader.Failed;
    }

    /// <summary>Reads a google.protobuf.FileDescriptorProto. Returns null if the bytes are invalid.</summary>
    public static ParsedFile? TryReadFile(byte[] file)
    {
        var found = new List<ParsedFile>();
        return TryReadFile(new WireReader(file), found) ? found[0] : null;
    }

    private static bool TryReadFile(WireReader reader, List<ParsedFile> files)
    {
        var file = new FileNodeReader();
        if (!file.TryRead(reader)) return false;
        files.Add(new ParsedFile(file.Node, SourceText.From(""), [], hasErrors: false, file.Locations));
        return true;
    }
}
