using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Wire;

/// <summary>Writes values of scalar fields in the binary format. The caller writes the tags.</summary>
internal static class ScalarWriter
{
    /// <summary>Returns how the values of a type are encoded in the binary format.</summary>
    public static WireType WireTypeOf(FieldType type) => type switch
    {
        FieldType.Double or FieldType.Fixed64 or FieldType.SFixed64 => WireType.Fixed64,
        FieldType.Float or FieldType.Fixed32 or FieldType.SFixed32 => WireType.Fixed32,
        FieldType.String or FieldType.Bytes or FieldType.Message => WireType.LengthDelimited,
        FieldType.Group => WireType.StartGroup,
        _ => WireType.Varint,
    };

    /// <summary>Writes an integer, a bool or an enum. Signed values must be sign-extended.</summary>
    public static void WriteInteger(WireWriter writer, FieldType type, ulong value) =>
        WriteBits(writer, type, type is FieldType.SInt32 or FieldType.SInt64 ? ZigZag((long)value) : value);

    /// <summary>Writes a value whose bits are already encoded.</summary>
    public static void WriteBits(WireWriter writer, FieldType type, ulong bits)
    {
        switch (WireTypeOf(type))
        {
            case WireType.Fixed32:
                writer.WriteFixed32((uint)bits);
                break;
            case WireType.Fixed64:
                writer.WriteFixed64(bits);
                break;
            default:
                writer.WriteVarint(bits);
                break;
        }
    }

    /// <summary>Converts the bits of a value that was written as another type.</summary>
    public static ulong Narrow(FieldType type, ulong bits) => type switch
    {
        FieldType.Bool => bits == 0 ? 0u : 1u,
        FieldType.Int32 or FieldType.Enum => (ulong)(int)bits,
        FieldType.UInt32 or FieldType.SInt32 => (uint)bits,
        _ => bits,
    };

    /// <summary>Writes a float or a double.</summary>
    public static void WriteFloat(WireWriter writer, FieldType type, double value)
    {
        if (type == FieldType.Float) writer.WriteFixed32(BitsOf((float)value));
        else writer.WriteFixed64((ulong)BitConverter.DoubleToInt64Bits(value));
    }

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private static uint BitsOf(float value) => BitConverter.ToUInt32(BitConverter.GetBytes(value), 0);
}
