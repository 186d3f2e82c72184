using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Names the types of ProtoGen.Runtime that read and write values of one kind.</summary>
internal static class Codecs
{
    /// <summary>Returns C# type and codec of a value, as type arguments.</summary>
    public static string TypeArguments(ValueModel value) => $"{value.TypeName}, {Codec(value)}";

    /// <summary>Returns C# types and codecs of a map's keys and values, as type arguments.</summary>
    public static string TypeArguments(ValueModel key, ValueModel value) =>
        $"{key.TypeName}, {value.TypeName}, {Codec(key)}, {Codec(value)}";

    /// <summary>Returns C# type and codec of the value inside a wrapper, as type arguments.</summary>
    public static string WrappedTypeArguments(ValueModel value) => $"{value.NonNullableTypeName}, {Scalar(value.Wrapped)}";

    /// <summary>Returns whether all values of the type have the same size, and more than one byte.</summary>
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
