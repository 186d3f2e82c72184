using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>Holds the unknown fields of a message as bytes, in their original order.</summary>
/// <remarks>Google.Protobuf's <see cref="UnknownFieldSet"/> groups fields by number instead.</remarks>
internal sealed class UnknownFields
{
    private byte[] _bytes;
    private int _length;

    private UnknownFields(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes.ToArray();
        _length = bytes.Length;
    }

    internal ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Returns an independent copy; null for null.</summary>
    public static UnknownFields? Clone(UnknownFields? other) => other == null ? null : new UnknownFields(other.Bytes);

    /// <summary>Appends the fields of <paramref name="other"/> and returns the result.</summary>
    public static UnknownFields? MergeFrom(UnknownFields? fields, UnknownFields? other)
    {
        if (other != null)
            Append(ref fields, other.Bytes);
        return fields;
    }

    /// <summary>Returns whether both are null or equal.</summary>
    public static bool AreEqual(UnknownFields? first, UnknownFields? second) =>
        ReferenceEquals(first, second) || (first != null && first.Equals(second));

    /// <summary>Returns whether both have the same values for each number. The order of different numbers does not matter.</summary>
    public override bool Equals(object? obj) =>
        obj is UnknownFields other && (Bytes.SequenceEqual(other.Bytes) || ToSet().Equals(other.ToSet()));

    /// <inheritdoc/>
    public override int GetHashCode() => ToSet().GetHashCode();

    /// <summary>Appends well-formed bytes.</summary>
    internal static void Append(ref UnknownFields? fields, ReadOnlySpan<byte> bytes)
    {
        if (fields == null)
            fields = new UnknownFields(bytes);
        else
            fields.Append(bytes);
    }

    /// <summary>Appends the fields of a set in the order in which Google.Protobuf writes them.</summary>
    internal static void Append(ref UnknownFields? fields, UnknownFieldSet set)
    {
        var bytes = new byte[set.CalculateSize()];
        var output = new CodedOutputStream(bytes);
        set.WriteTo(output);
        output.Flush();
        Append(ref fields, bytes);
    }

    /// <summary>Parses bytes with Google.Protobuf.</summary>
    /// <exception cref="InvalidProtocolBufferException">The bytes are not well formed.</exception>
    internal static UnknownFieldSet ToSet(byte[] bytes, int length)
    {
        var input = new CodedInputStream(bytes, 0, length);
        UnknownFieldSet? set = null;
        while (input.ReadTag() != 0)
            set = UnknownFieldSet.MergeFieldFrom(set, input);
        return set!;
    }

    private UnknownFieldSet ToSet() => ToSet(_bytes, _length);

    private void Append(ReadOnlySpan<byte> bytes)
    {
        var length = checked(_length + bytes.Length);
        if (length > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Max(length, Math.Min(_bytes.Length * 2L, int.MaxValue / 2)));
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length = length;
    }
}
