using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options.Binary;

/// <summary>Checks whether a field can have a value in the binary format.</summary>
internal static class FieldValues
{
    /// <summary>Returns whether the field can have a value with this wire type. Repeated scalars may be packed.</summary>
    public static bool Fits(FieldDescriptor field, WireType type)
    {
        var expected = ScalarWriter.WireTypeOf(field.Type);
        return type == expected || (type == WireType.LengthDelimited && field.IsRepeated && expected != WireType.StartGroup);
    }

    /// <summary>Returns whether a number is treated as an unknown field, because the closed enum does not declare it.</summary>
    public static bool IsUnknownOfClosedEnum(FieldDescriptor field, ulong value) =>
        field.EnumType is { IsClosed: true } type && !type.Values.Any(known => known.Number == (int)value);
}
