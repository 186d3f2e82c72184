using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax;
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
        if (!TrySplit(set, readsSourceInfo: true, out var parts)) return false;
        foreach (var part in parts)
        {
            if (!part.TryCheck()) return false;
            found.Add(part.Parsed.Value);
        }

        return true;
    }

    /// <summary>
    /// Finds the files without reading them, so that only those that are needed are read. Returns false if the bytes are not a
    /// FileDescriptorSet.
    /// </summary>
    /// <param name="set">The bytes.</param>
    /// <param name="readsSourceInfo">Whether comments and locations are read.</param>
    /// <param name="files">The files in order. Each must be checked before it is used.</param>
    public static bool TrySplit(byte[] set, bool readsSourceInfo, out IReadOnlyList<SetFile> files)
    {
        var found = new List<SetFile>();
        files = found;
        var reader = new WireReader(set);
        while (reader.ReadTag())
        {
            if (reader.FieldNumber == DescriptorFields.FileSet.File && reader.WireType == WireType.LengthDelimited)
                found.Add(new SetFile(reader.ReadMessage(), readsSourceInfo));
            else reader.Skip();
        }

        return !reader.Failed;
    }

    /// <summary>Reads a google.protobuf.FileDescriptorProto. Returns null if the bytes are invalid.</summary>
    public static ParsedFile? TryReadFile(byte[] file) => SetFile.TryParse(new WireReader(file), readsSourceInfo: true);
}
