namespace ProtoGen.Runtime.Schema;

/// <summary>Numbers that a closed enum doesn't have: unknown fields to C++, and so to protoc and to text format.</summary>
internal static class ClosedEnums
{
    /// <summary>Whether the value at <paramref name="input"/> is such a number, or a map entry that has one as its value.</summary>
    public static bool IsUnknown(FieldSchema field, uint tag, WireCursor input)
    {
        if (tag != field.ElementTag)
            return false;
        if (!field.IsMap)
            return IsUnknownNumber(field, input);
        var valueField = field.Message.Find(2)!;
        var value = MapEntry.Read(field.Message.Find(1)!, valueField, input.ReadDelimited()).Value;
        return HasNumber(value) && IsUnknownNumber(valueField, value);
    }

    /// <summary>Whether the number at <paramref name="input"/> is one that the field's enum doesn't have.</summary>
    public static bool IsUnknownNumber(FieldSchema field, WireCursor input) =>
        field.Kind == FieldKind.Enum && field.Enum.IsClosed && field.Enum.Find((int)input.ReadVarint()) == null;

    private static unsafe bool HasNumber(WireCursor value) => value.Position != null;
}
