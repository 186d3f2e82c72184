namespace ProtoGen.Runtime.Schema;

/// <summary>
/// Finds numbers that a closed enum does not define. C++, and so protoc and text format, treat them as unknown fields.
/// </summary>
internal static class ClosedEnums
{
    /// <summary>Returns whether <paramref name="input"/> is at such a number, or at a map entry with one as its value.</summary>
    public static bool IsUnknown(FieldSchema field, uint tag, WireCursor input)
    {
        if (tag != field.ElementTag)
            return false;
        if (!field.IsMap)
            return IsUnknownNumber(field, input);
        var valueField = field.MapValue;
        var value = MapEntry.Read(field.MapKey, valueField, input.ReadDelimited()).Value;
        return HasNumber(value) && IsUnknownNumber(valueField, value);
    }

    /// <summary>Returns whether <paramref name="input"/> is at a number that the field's closed enum does not define.</summary>
    public static bool IsUnknownNumber(FieldSchema field, WireCursor input) =>
        field.Kind == FieldKind.Enum && field.Enum.IsClosed && field.Enum.Find((int)input.ReadVarint()) == null;

    private static unsafe bool HasNumber(WireCursor value) => value.Position != null;
}
