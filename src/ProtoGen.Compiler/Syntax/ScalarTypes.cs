using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Maps keywords to field types.</summary>
internal static class ScalarTypes
{
    /// <summary>Returns the type of a keyword; Unresolved if it names none.</summary>
    public static FieldType Find(Keyword keyword) => keyword switch
    {
        Keyword.Double => FieldType.Double,
        Keyword.Float => FieldType.Float,
        Keyword.Int64 => FieldType.Int64,
        Keyword.UInt64 => FieldType.UInt64,
        Keyword.Int32 => FieldType.Int32,
        Keyword.Fixed64 => FieldType.Fixed64,
        Keyword.Fixed32 => FieldType.Fixed32,
        Keyword.Bool => FieldType.Bool,
        Keyword.String => FieldType.String,
        Keyword.Group => FieldType.Group,
        Keyword.Bytes => FieldType.Bytes,
        Keyword.UInt32 => FieldType.UInt32,
        Keyword.SFixed32 => FieldType.SFixed32,
        Keyword.SFixed64 => FieldType.SFixed64,
        Keyword.SInt32 => FieldType.SInt32,
        Keyword.SInt64 => FieldType.SInt64,
        _ => FieldType.Unresolved,
    };

    /// <summary>Returns the type of a keyword in the unstable edition, where plain integers have a fixed size.</summary>
    public static FieldType FindUnstable(Keyword keyword) => keyword switch
    {
        Keyword.Int32 => FieldType.SFixed32,
        Keyword.Int64 => FieldType.SFixed64,
        Keyword.UInt32 => FieldType.Fixed32,
        Keyword.UInt64 => FieldType.Fixed64,
        Keyword.Varint32 => FieldType.Int32,
        Keyword.Varint64 => FieldType.Int64,
        Keyword.UVarint32 => FieldType.UInt32,
        Keyword.UVarint64 => FieldType.UInt64,
        Keyword.ZigZag32 => FieldType.SInt32,
        Keyword.ZigZag64 => FieldType.SInt64,
        _ => FindReplacement(keyword) is null ? Find(keyword) : FieldType.Unresolved,
    };

    /// <summary>Returns what replaces a type that the unstable edition removed; null for other types.</summary>
    public static string? FindReplacement(Keyword keyword) => keyword switch
    {
        Keyword.Fixed32 => "uint32",
        Keyword.Fixed64 => "uint64",
        Keyword.SFixed32 => "int32",
        Keyword.SFixed64 => "int64",
        Keyword.SInt32 => "zigzag32",
        Keyword.SInt64 => "zigzag64",
        _ => null,
    };
}
