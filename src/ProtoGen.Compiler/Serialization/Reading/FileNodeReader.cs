using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Wire;
using static ProtoGen.Compiler.Serialization.Reading.NodeReading;

namespace ProtoGen.Compiler.Serialization.Reading;

/// <summary>Reads FileDescriptorProto.</summary>
internal sealed class FileNodeReader(bool readsSourceInfo)
{
    private readonly FileParts _parts = new();

    /// <summary>Gets the file.</summary>
    public FileNode Node { get; private set; } = null!;

    /// <summary>Gets the locations and comments; null if the file has none or they are not read.</summary>
    public SourceLocations? Locations { get; private set; }

    /// <summary>Reads the file. Returns false if it is malformed.</summary>
    public bool TryRead(WireReader reader)
    {
        if (!ReadFields(reader, _parts, ReadPart)) return false;
        Node = new FileNode(_parts.Name)
        {
            Package = new Name(_parts.Package, default),
            Syntax = _parts.Syntax,
            Edition = EditionOf(_parts),
        };
        Node.HasUnknownSyntax = Node.Edition == Edition.Unknown && _parts.Edition is null;
        AddImports();
        return ReadFields(reader, Node, ReadElement) && (!readsSourceInfo || _parts.SourceInfo is not { } info || TryReadLocations(info));
    }

    private static Edition EditionOf(FileParts parts) =>
        parts.Edition ?? (parts.Syntax switch { "" or "proto2" => Edition.Proto2, "proto3" => Edition.Proto3, _ => Edition.Unknown });

    private static bool ReadPart(ref WireReader reader, FileParts parts)
    {
        switch (reader.FieldNumber)
        {
            case DescriptorFields.File.Name: parts.Name = reader.ReadString(); return true;
            case DescriptorFields.File.Package: parts.Package = reader.ReadString(); return true;
            case DescriptorFields.File.Dependency: parts.Imports.Add(reader.ReadString()); return true;
            case DescriptorFields.File.SourceCodeInfo: parts.SourceInfo = reader.ReadMessage(); return true;
            case DescriptorFields.File.PublicDependency: ReadIntegers(ref reader, parts.PublicImports); return true;
            case DescriptorFields.File.WeakDependency: ReadIntegers(ref reader, parts.WeakImports); return true;
            case DescriptorFields.File.Syntax: parts.Syntax = reader.ReadString(); return true;
            case DescriptorFields.File.Edition: if (ReadEdition(ref reader) is { } edition) parts.Edition = edition; return true;
            case DescriptorFields.File.OptionDependency: parts.OptionImports.Add(reader.ReadString()); return true;
            default: return false;
        }
    }

    private static bool ReadElement(ref WireReader reader, FileNode node)
    {
        switch (reader.FieldNumber)
        {
            case DescriptorFields.File.MessageType: return MessageNodeReader.Read(ref reader, node.Messages);
            case DescriptorFields.File.EnumType: return EnumNodeReader.Read(ref reader, node.Enums);
            case DescriptorFields.File.Service: return ServiceNodeReader.Read(ref reader, node.Services);
            case DescriptorFields.File.Extension: return FieldNodeReader.Read(ref reader, node.Extensions);
            case DescriptorFields.File.Options: return OptionNodeReader.Read(ref reader, node.Options);
            default: return false;
        }
    }

    private void AddImports()
    {
        for (var i = 0; i < _parts.Imports.Count; i++)
        {
            var kind = _parts.PublicImports.Contains(i) ? ImportKind.Public
                : _parts.WeakImports.Contains(i) ? ImportKind.Weak
                : ImportKind.Plain;
            Node.Imports.Add(new ImportNode(_parts.Imports[i], kind, default));
        }

        Node.BadPublicIndexes = CountBad(_parts.PublicImports);
        Node.BadWeakIndexes = CountBad(_parts.WeakImports);
        foreach (var path in _parts.OptionImports) Node.Imports.Add(new ImportNode(path, ImportKind.Option, default));
    }

    /// <summary>Reads an edition.</summary>
    /// <remarks>Other enums are read with ReadEnum, which ignores 0, but for an edition 0 is a value.</remarks>
    private static Edition? ReadEdition(ref WireReader reader)
    {
        var number = (int)reader.ReadVarint();
        return Enum.IsDefined(typeof(Edition), number) ? (Edition)number : null;
    }

    private int CountBad(List<int> indexes)
    {
        var count = 0;
        foreach (var index in indexes)
            if (index < 0 || index >= _parts.Imports.Count) count++;
        return count;
    }

    private bool TryReadLocations(WireReader info)
    {
        Locations = new SourceLocations();
        return LocationReader.TryRead(info, Locations, Node);
    }

    private sealed class FileParts
    {
        public string Name { get; set; } = "";

        public string Package { get; set; } = "";

        public string Syntax { get; set; } = "";

        public Edition? Edition { get; set; }

        public WireReader? SourceInfo { get; set; }

        public List<string> Imports { get; } = [];

        public List<string> OptionImports { get; } = [];

        public List<int> PublicImports { get; } = [];

        public List<int> WeakImports { get; } = [];
    }
}
