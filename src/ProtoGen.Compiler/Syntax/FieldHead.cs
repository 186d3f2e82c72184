using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>A type as written: a scalar, a group, or the name of a message or enum.</summary>
internal readonly record struct TypeReference(FieldType Type, string? Name);

/// <summary>The key and value types of a map.</summary>
internal readonly record struct MapType(TypeReference Key, TypeReference Value);

/// <summary>The part of a field before its name.</summary>
internal struct FieldHead
{
    public int Start;
    public FieldLabel Label;
    public TypeReference Type;
    public TextSpan TypeSpan;
    public MapType? Map;
}
