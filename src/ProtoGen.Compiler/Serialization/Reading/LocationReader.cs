using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Wire;
using static ProtoGen.Compiler.Serialization.Reading.NodeReading;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>Reads SourceCodeInfo and attaches its comments to their elements.</summary>
internal static class LocationReader
{
    public static bool TryRead(WireReader info, SourceLocations locations, FileNode file)
    {
        while (info.ReadTag())
        {
            if (info.FieldNumber != DescriptorFields.SourceCodeInfo.Location) info.Skip();
            else if (!TryReadLocation(info.ReadMessage(), locations, file)) return false;
        }

        return !info.Failed;
    }

    private static bool TryReadLocation(WireReader reader, SourceLocations locations, FileNode file)
    {
        var parts = new LocationParts();
        if (!ReadFields(reader, parts, ReadPart)) return false;
        var index = locations.Add(-1, default);
        foreach (var step in parts.Path) locations.Extend(index, step);
        ref var entry = ref locations.GetEntry(index);
        var span = parts.Span;
        if (span.Count >= 3)
        {
            entry.StartLine = span[0];
            entry.StartColumn = span[1];
            entry.EndLine = span.Count > 3 ? span[2] : span[0];
            entry.EndColumn = span[span.Count - 1];
        }

        if (parts.Leading is null && parts.Trailing is null && parts.Detached.Count == 0) return true;
        entry.Comments = new SourceComments(parts.Leading, parts.Trailing, [.. parts.Detached]);
        if (NodePath.Find(file, parts.Path) is { } node) node.Comments = entry.Comments;
        return true;
    }

    private static bool ReadPart(ref WireReader reader, LocationParts parts)
    {
        switch (reader.FieldNumber)
        {
            case DescriptorFields.Location.Path: ReadIntegers(ref reader, parts.Path); return true;
            case DescriptorFields.Location.Span: ReadIntegers(ref reader, parts.Span); return true;
            case DescriptorFields.Location.LeadingComments: parts.Leading = reader.ReadBytes(); return true;
            case DescriptorFields.Location.TrailingComments: parts.Trailing = reader.ReadBytes(); return true;
            case DescriptorFields.Location.LeadingDetachedComments: parts.Detached.Add(reader.ReadBytes()); return true;
            default: return false;
        }
    }

    private sealed class LocationParts
    {
        public List<int> Path { get; } = [];

        public List<int> Span { get; } = [];

        public byte[]? Leading { get; set; }

        public byte[]? Trailing { get; set; }

        public List<byte[]> Detached { get; } = [];
    }
}
