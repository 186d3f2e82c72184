using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Returns the names of the codecs in ProtoGen.Runtime that read and write values of a type.</summary>
internal static class Codecs
{
    /// <summary>Returns the type arguments for a value: its C# type and its codec.</summary>
    public static string TypeArguments(ValueModel value) => $"{value.TypeName}, {Codec(value)}";

    /// <summary>Returns the type arguments for a map: the C# types and codecs of its keys and values.</summary>
    public static string TypeArguments(ValueModel key, ValueModel value) =>
        $"{key.TypeName}, {value.TypeName}, {Codec(key)}, {Codec(value)}";

    /// <summary>Returns the type arguments for the value inside a wrapper: its C# type and its codec.</summary>
    public static string WrappedTypeArguments(ValueModel value) => $"{value.NonNullableTypeName}, {Scalar(value.Wrapped)}";

    /// <summary>Returns whether all values of the type have the same size of 4 or 8 bytes.</summary>
    public static bool IsFixed(FieldType type) => WireCalls.FixedSize(type) >= 4;

    private static string Codec(ValueModel value)
    {
        if (value.IsWrapper)
        {
            var wrapper = value.IsClassWrapper ? "ClassWrapperCodec" : "WrapperCodec";
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
