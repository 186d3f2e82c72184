using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>Reads, copies and writes the unknown fields of messages.</summary>
/// <remarks>
/// Programs read the private field <c>_unknownFields</c> of protoc's classes by reflection, so messages have it here, too, with
/// Google.Protobuf's type. An <see cref="UnknownFieldSet"/> groups fields by number and wire type. Where that changes their order,
/// <see cref="UnknownFieldOrder"/> keeps them as they were.
/// </remarks>
internal static class UnknownFields
{
    /// <summary>Returns an independent copy; null for null.</summary>
    /// <remarks>Google.Protobuf's copy shares the values with the original, so merging into one can change the other.</remarks>
    public static UnknownFieldSet? Clone(UnknownFieldSet? other) => MergeFrom(null, other);

    /// <summary>Appends the fields of <paramref name="other"/> and returns the result.</summary>
    public static UnknownFieldSet? MergeFrom(UnknownFieldSet? set, UnknownFieldSet? other)
    {
        if (other == null)
            return set;
        if (set == null && UnknownFieldOrder.Find(other) == null)
            return UnknownFieldSerializer.Read(null, Serialize(other));
        Append(ref set, ToBytes(other));
        return set;
    }

    /// <summary>Returns whether both have the same values for each number. The order of different numbers does not matter.</summary>
    /// <remarks><see cref="UnknownFieldSet.Equals"/> fails for null.</remarks>
    // Most messages have none, and the caller then needs no call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(UnknownFieldSet? first, UnknownFieldSet? second) =>
        ReferenceEquals(first, second) || HaveEqualFields(first, second);

    /// <summary>Writes the fields in their original order.</summary>
    /// <param name="set">The fields.</param>
    /// <param name="output">Memory of exactly their size.</param>
    public static void WriteTo(UnknownFieldSet set, Span<byte> output)
    {
        if (UnknownFieldOrder.Find(set) is { } order)
            order.Bytes.CopyTo(output);
        else
            UnknownFieldSerializer.Write(set, output);
    }

    /// <summary>Appends one field.</summary>
    /// <param name="set">The unknown fields before it.</param>
    /// <param name="field">Its well-formed bytes, varints in their shortest form.</param>
    /// <param name="tag">Its tag.</param>
    /// <param name="isRepetition">Whether the last field that was appended has the same tag.</param>
    internal static void Append(ref UnknownFieldSet? set, ReadOnlySpan<byte> field, uint tag, bool isRepetition)
    {
        // A group can contain fields whose order changes.
        if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.StartGroup)
        {
            Append(ref set, field);
            return;
        }
        GetOrder(set, tag, isRepetition)?.Append(field);
        set = UnknownFieldSerializer.Read(set, field);
    }

    /// <summary>Appends the next field of a context.</summary>
    /// <param name="set">The unknown fields before it.</param>
    /// <param name="context">The context, which may discard unknown fields.</param>
    /// <param name="tag">The tag of the field, which was read.</param>
    /// <param name="isRepetition">Whether the last field that was appended has the same tag.</param>
    internal static void Append(ref UnknownFieldSet? set, ref ParseContext context, uint tag, bool isRepetition)
    {
        if (GetOrder(set, tag, isRepetition) is not { } order)
        {
            set = UnknownFieldSet.MergeFieldFrom(set, ref context);
            return;
        }
        var field = UnknownFieldSet.MergeFieldFrom(null, ref context);
        if (field == null)
            return;
        order.Append(Serialize(field));
        set = UnknownFieldSet.MergeFrom(set, field);
    }

    /// <summary>Returns a field with varints in their shortest form.</summary>
    internal static byte[] Shorten(ReadOnlySpan<byte> field) => Serialize(UnknownFieldSerializer.Read(null, field));

    private static bool HaveEqualFields(UnknownFieldSet? first, UnknownFieldSet? second) =>
        first != null && second != null && first.Equals(second);

    /// <summary>Appends well-formed fields, varints in their shortest form.</summary>
    private static void Append(ref UnknownFieldSet? set, ReadOnlySpan<byte> fields)
    {
        var order = UnknownFieldOrder.Find(set);
        var before = order == null && set != null ? Serialize(set) : [];
        set = UnknownFieldSerializer.Read(set, fields);
        if (order != null)
        {
            order.Append(fields);
            return;
        }
        var after = Serialize(set!);
        if (!after.AsSpan(0, before.Length).SequenceEqual(before) || !after.AsSpan(before.Length).SequenceEqual(fields))
        {
            order = UnknownFieldOrder.Keep(set!, before);
            order.Append(fields);
        }
    }

    /// <summary>Returns what keeps the order of the fields once this field is appended; null if the set itself keeps it.</summary>
    private static UnknownFieldOrder? GetOrder(UnknownFieldSet? set, uint tag, bool isRepetition)
    {
        if (set == null)
            return null;
        if (UnknownFieldOrder.Find(set) is { } order)
            return order;
        var isMoved = !isRepetition && UnknownFieldOrder.HasField(set, WireFormat.GetTagFieldNumber(tag));
        return isMoved ? UnknownFieldOrder.Keep(set, Serialize(set)) : null;
    }

    private static byte[] ToBytes(UnknownFieldSet set) => UnknownFieldOrder.Find(set) is { } order ? order.Bytes.ToArray() : Serialize(set);

    private static byte[] Serialize(UnknownFieldSet set)
    {
        var bytes = new byte[set.CalculateSize()];
        UnknownFieldSerializer.Write(set, bytes);
        return bytes;
    }
}
