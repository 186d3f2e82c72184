using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Descriptors;

/// <summary>The interpreted options of one element: a message such as google.protobuf.FieldOptions, including custom options.</summary>
/// <remarks>
/// The options are stored in the binary format: known fields in number order, then custom options. Two instances are equal if their bytes
/// are.
/// </remarks>
public sealed class OptionMessage : IEquatable<OptionMessage>
{
    private readonly byte[] _bytes;
    private readonly int _start;
    private readonly int _length;

    internal OptionMessage(byte[] bytes)
        : this(bytes, 0, bytes.Length)
    {
    }

    private OptionMessage(byte[] bytes, int start, int length)
    {
        _bytes = bytes;
        _start = start;
        _length = length;
    }

    /// <summary>Gets the instance without options.</summary>
    public static OptionMessage Empty { get; } = new([]);

    /// <summary>Gets the options of a method with an empty block: they are present, but none is set.</summary>
    public static OptionMessage Blank { get; } = new([]);

    /// <summary>Gets the options of a map's entry type: map_entry is true.</summary>
    public static OptionMessage MapEntry { get; } = new(
        [(byte)WireWriter.TagOf(DescriptorFields.MessageOptions.MapEntry, WireType.Varint), 1]);

    /// <summary>Gets whether the element has no options.</summary>
    public bool IsEmpty => this == Empty;

    /// <summary>Gets the number of bytes in the binary format.</summary>
    public int Size => _length;

    /// <summary>Gets whether there may be options with source retention, or fields that protoc reorders when it strips them.</summary>
    internal bool NeedsStripping { get; init; }

    /// <summary>Returns a copy of the bytes.</summary>
    public byte[] ToByteArray()
    {
        var copy = new byte[_length];
        Buffer.BlockCopy(_bytes, _start, copy, 0, _length);
        return copy;
    }

    /// <summary>Returns whether the field with this number is set.</summary>
    public bool Has(int number) => Find(number, out _);

    /// <summary>Returns the bool field with this number; false if it is not set.</summary>
    public bool GetBool(int number) => TryGetBool(number) ?? false;

    /// <summary>Returns the bool field with this number; null if it is not set.</summary>
    public bool? TryGetBool(int number) => GetInt32(number) is { } value ? value != 0 : null;

    /// <summary>Returns the string field with this number; null if it is not set.</summary>
    public string? GetString(int number) =>
        Find(number, out var reader) && reader.WireType == WireType.LengthDelimited ? reader.ReadString() : null;

    /// <summary>Returns the enum field with this number; null if it is not set.</summary>
    public int? GetEnum(int number) => GetInt32(number);

    /// <summary>Returns the int32 field with this number; null if it is not set.</summary>
    public int? GetInt32(int number) =>
        Find(number, out var reader) && reader.WireType == WireType.Varint ? (int)reader.ReadVarint() : null;

    /// <summary>Returns the message field with this number; null if it is not set.</summary>
    public OptionMessage? GetMessage(int number)
    {
        var parts = GetMessages(number);
        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => Merge(parts),
        };
    }

    /// <summary>Returns the messages of the repeated field with this number.</summary>
    public IReadOnlyList<OptionMessage> GetMessages(int number)
    {
        if (_length == 0) return [];
        List<OptionMessage>? found = null;
        var reader = OpenReader();
        while (reader.ReadTag())
        {
            if (reader.FieldNumber == number && reader.WireType == WireType.LengthDelimited)
            {
                var length = reader.ReadLength(out var start);
                (found ??= []).Add(new OptionMessage(_bytes, start, length));
            }
            else
            {
                reader.Skip();
            }
        }

        return (IReadOnlyList<OptionMessage>?)found ?? [];
    }

    /// <summary>Returns the values of the repeated enum field with this number.</summary>
    public IReadOnlyList<int> GetEnums(int number)
    {
        if (_length == 0) return [];
        var values = new List<int>();
        var reader = OpenReader();
        while (reader.ReadTag())
        {
            if (reader.FieldNumber == number && reader.WireType == WireType.Varint) values.Add((int)reader.ReadVarint());
            else reader.Skip();
        }

        return values;
    }

    /// <inheritdoc/>
    public bool Equals(OptionMessage? other)
    {
        if (other is null || other._length != _length) return false;
        for (var i = 0; i < _length; i++)
        {
            if (_bytes[_start + i] != other._bytes[other._start + i]) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OptionMessage);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = _length;
        for (var i = 0; i < _length; i++) hash = (hash * 31) + _bytes[_start + i];
        return hash;
    }

    internal WireReader OpenReader() => new(_bytes, _start, _length);

    /// <summary>Appends the bytes without tag or length.</summary>
    internal void CopyTo(WireWriter writer) => writer.WriteRaw(_bytes, _start, _length);

    /// <summary>Writes the options as the message field with this number.</summary>
    internal void WriteTo(WireWriter writer, int number) => writer.WriteBytes(number, _bytes, _start, _length);

    private static OptionMessage Merge(IReadOnlyList<OptionMessage> parts)
    {
        var writer = new WireWriter();
        foreach (var part in parts) writer.WriteRaw(part._bytes, part._start, part._length);
        return new OptionMessage(writer.ToArray());
    }

    /// <summary>
    /// Finds the last occurrence of a field, which is the one that counts for a singular field. The reader is placed after its tag.
    /// </summary>
    private bool Find(int number, out WireReader found)
    {
        found = default;
        if (_length == 0) return false;
        var isFound = false;
        var reader = OpenReader();
        while (reader.ReadTag())
        {
            if (reader.FieldNumber == number)
            {
                found = reader;
                isFound = true;
            }

            reader.Skip();
        }

        return isFound;
    }
}
