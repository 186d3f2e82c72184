using System.Globalization;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Emit.Code;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Emit.Fields;

/// <summary>Returns the names of Google.Protobuf's methods for a type: the X in ReadX, WriteX, ComputeXSize and FieldCodec.ForX.</summary>
internal static class WireCalls
{
    public static string Name(FieldType type) => type switch
    {
        FieldType.Double => "Double",
        FieldType.Float => "Float",
        FieldType.Int64 => "Int64",
        FieldType.UInt64 => "UInt64",
        FieldType.Int32 => "Int32",
        FieldType.Fixed64 => "Fixed64",
        FieldType.Fixed32 => "Fixed32",
        FieldType.Bool => "Bool",
        FieldType.String => "String",
        FieldType.Group => "Group",
        FieldType.Message => "Message",
        FieldType.Bytes => "Bytes",
        FieldType.UInt32 => "UInt32",
        FieldType.Enum => "Enum",
        FieldType.SFixed32 => "SFixed32",
        FieldType.SFixed64 => "SFixed64",
        FieldType.SInt32 => "SInt32",
        FieldType.SInt64 => "SInt64",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a field type."),
    };

    /// <summary>Returns the size that all values of a type have; 0 if the sizes differ.</summary>
    public static int FixedSize(FieldType type) => type switch
    {
        FieldType.Double or FieldType.Fixed64 or FieldType.SFixed64 => 8,
        FieldType.Float or FieldType.Fixed32 or FieldType.SFixed32 => 4,
        FieldType.Bool => 1,
        _ => 0,
    };

    /// <summary>Returns the number of bytes of a tag.</summary>
    public static int TagSize(uint tag) => WireWriter.VarintSize(tag);

    /// <summary>Returns the tag of a repeated field's packed form.</summary>
    public static uint PackedTag(FieldModel field) => WireWriter.TagOf(field.Number, WireType.LengthDelimited);

    /// <summary>Returns a tag as C# text.</summary>
    public static string Number(uint tag) => tag.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes the bytes of a tag, separated by commas.</summary>
    public static void WriteTagBytes(CodeWriter writer, uint tag)
    {
        for (; tag >= 0x80; tag >>= 7)
        {
            writer.Write((long)((tag & 0x7F) | 0x80));
            writer.Write(", ");
        }

        writer.Write((long)tag);
    }

    /// <summary>Returns the expression that creates the codec of a value. Lists, maps, wrappers and extensions use codecs.</summary>
    public static string Codec(ValueModel value, uint tag, bool withDefault)
    {
        if (value.IsWrapper)
        {
            return value.IsClassWrapper
                ? $"pb::FieldCodec.ForClassWrapper<{value.TypeName}>({tag})"
                : $"pb::FieldCodec.ForStructWrapper<{value.NonNullableTypeName}>({tag})";
        }

        var @default = withDefault ? ", " + value.Default : "";
        return value.Type switch
        {
            FieldType.Message => $"pb::FieldCodec.ForMessage({tag}, {value.TypeName}.Parser)",
            FieldType.Group => $"pb::FieldCodec.ForGroup({tag}, {value.EndTag}, {value.TypeName}.Parser)",
            FieldType.Enum => $"pb::FieldCodec.ForEnum({tag}, x => (int) x, x => ({value.TypeName}) x{@default})",
            _ => $"pb::FieldCodec.For{Name(value.Type)}({tag}{@default})",
        };
    }
}
