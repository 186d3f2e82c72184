using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Fields;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Span;

/// <summary>The types of ProtoGen.Runtime that know how a kind of value is read and written.</summary>
internal static class Codecs
{
    /// <summary>C# type and codec of a value, as type arguments.</summary>
    public static string TypeArguments(ValueModel value) => $"{value.TypeName}, {Codec(value)}";

    /// <summary>C# types and codecs of a map's keys and values, as type arguments.</summary>
    public static string TypeArguments(ValueModel key, ValueModel value) =>
        $"{key.TypeName}, {value.TypeName}, {Codec(key)}, {Codec(value)}";

    /// <summary>C# type and codec of what a wrapper holds, as type arguments.</summary>
    public static string WrappedTypeArguments(ValueModel value) => $"{value.NonNullableTypeName}, {Scalar(value.Wrapped)}";

    /// <summary>Whether values of the type have a fixed size.</summary>
    public static bool IsFixed(FieldType type) => WireCalls.FixedSize(type) >= 4;

    private static string Codec(ValueModel value)
    {
        if (value.IsWrapper)
        {
            var wrapper = value.Wrapped is FieldType.String or FieldType.Bytes ? "ClassWrapperCodec" : "WrapperCodec";
            return $"pgr::{wrapper}<{WrappedTypeArguments(value)}>";
        }

        return value.Type switch
        {
            FieldType.Message => $"pgr::MessageCodec<{value.TypeName}>",
            FieldType.Enum => $"pgr::EnumCodec<{value.TypeName}>",
            _ => Scalar(value.Type),
        };
    }

    private static string Scalar(FieldType type) => $"pgr::{WireCalls.Name(type)}Codec";
}
