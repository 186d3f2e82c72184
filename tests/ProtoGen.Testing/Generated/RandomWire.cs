using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ProtoGen.Testing.Generated;

/// <summary>Writes random fields in the wire format: mostly fields of a schema, sometimes others.</summary>
public sealed class RandomWire(int seed)
{
    private static readonly string[] Texts =
    [
        "", "a", "text", "ünïcode", "日本語テキスト", "😀 pair", new('x', 16), new('y', 127), new('z', 128), new('é', 70), new('w', 2000),
        new('v', 5000),
    ];

    private static readonly ulong[] Integers =
        [
            0, 1, 2, 127, 128, 16383, 16384, 1u << 28, int.MaxValue, 0x80000000, uint.MaxValue, 1UL << 56, long.MaxValue, 1UL << 63,
            ulong.MaxValue, unchecked((ulong)-2L),
        ];

    private readonly Random _random = new(seed);
    private int _written;

    /// <summary>Gets whether unknown fields and overlong varints may occur.</summary>
    public bool IsOdd { get; init; }

    /// <summary>Gets the maximum number of fields.</summary>
    public int Fields { get; init; } = int.MaxValue;

    /// <summary>Gets the extensions by the full names of the messages that they extend.</summary>
    public ILookup<string, FieldDescriptor>? Extensions { get; init; }

    /// <summary>Returns the fields of one message.</summary>
    public byte[] Message(MessageDescriptor descriptor, int depth = 0)
    {
        using var stream = new MemoryStream();
        var output = new CodedOutputStream(stream);
        FieldDescriptor[] fields = [.. descriptor.Fields.InFieldNumberOrder(), .. Extensions?[descriptor.FullName] ?? []];
        var inOrder = _random.Next(3) > 0;
        for (var i = _random.Next(depth == 0 ? 12 : 5); i >= 0; i--)
        {
            if (IsOdd && _random.Next(12) == 0)
                WriteUnknown(output, depth);
            else if (fields.Length > 0)
                WriteField(output, fields[_random.Next(fields.Length)], depth);
        }
        for (var i = 0; inOrder && i < fields.Length; i++)
        {
            if (_random.Next(3) > 0)
                WriteField(output, fields[i], depth);
        }

        output.Flush();
        return stream.ToArray();
    }

    /// <summary>Returns the bytes with some changed, removed or added.</summary>
    public byte[] Damage(byte[] data)
    {
        var bytes = data.ToList();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            var at = _random.Next(bytes.Count + 1);
            switch (_random.Next(4))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, _random.Next(Math.Min(4, bytes.Count - at) + 1));
                    break;
                case 2:
                    bytes.Insert(at, (byte)_random.Next(256));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }
        return [.. bytes];
    }

    private void WriteField(CodedOutputStream output, FieldDescriptor field, int depth)
    {
        if (_written++ >= Fields || (field.FieldType is FieldType.Message or FieldType.Group && depth > 4))
            return;
        var isPackable = field.IsRepeated
            && field.FieldType is not (FieldType.Message or FieldType.Group or FieldType.String or FieldType.Bytes);
        if (isPackable && _random.Next(3) > 0)
        {
            using var packed = new MemoryStream();
            var inner = new CodedOutputStream(packed);
            for (var i = _random.Next(40); i > 0; i--)
                WriteValue(inner, field, depth);
            inner.Flush();
            output.WriteTag(field.FieldNumber, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(packed.ToArray()));
            return;
        }
        for (var i = field.IsRepeated ? _random.Next(4) : 1; i > 0; i--)
        {
            output.WriteTag(field.FieldNumber, IsGroup(field) ? WireFormat.WireType.StartGroup : WireTypeOf(field.FieldType));
            WriteValue(output, field, depth);
            if (IsGroup(field))
                output.WriteTag(field.FieldNumber, WireFormat.WireType.EndGroup);
        }
    }

    private void WriteValue(CodedOutputStream output, FieldDescriptor field, int depth)
    {
        switch (field.FieldType)
        {
            case FieldType.Message or FieldType.Group when IsGroup(field):
                WriteRaw(output, Message(field.MessageType, depth + 1));
                break;
            case FieldType.Message:
                output.WriteBytes(ByteString.CopyFrom(Message(field.MessageType, depth + 1)));
                break;
            case FieldType.String:
                output.WriteString(Texts[_random.Next(Texts.Length)]);
                break;
            case FieldType.Bytes:
                output.WriteBytes(ByteString.CopyFrom(System.Text.Encoding.UTF8.GetBytes(Texts[_random.Next(Texts.Length)])));
                break;
            // protoc's C# does not write -0 without presence, while protoc's C++ and ProtoGen.Runtime do: WritingTests covers it.
            case FieldType.Double when !field.IsRepeated && !field.HasPresence:
                output.WriteFixed64(Integer() is var bits && bits == 1UL << 63 ? 0 : bits);
                break;
            case FieldType.Float when !field.IsRepeated && !field.HasPresence:
                output.WriteFixed32((uint)Integer() is var half && half == 1U << 31 ? 0 : half);
                break;
            case FieldType.Double or FieldType.Fixed64 or FieldType.SFixed64:
                output.WriteFixed64(Integer());
                break;
            case FieldType.Float or FieldType.Fixed32 or FieldType.SFixed32:
                output.WriteFixed32((uint)Integer());
                break;
            case FieldType.Bool:
                WriteVarint(output, (ulong)_random.Next(2));
                break;
            case FieldType.Enum:
                WriteVarint(output, (ulong)(long)_random.Next(-3, 4));
                break;
            default:
                WriteVarint(output, Integer());
                break;
        }
    }

    private void WriteUnknown(CodedOutputStream output, int depth)
    {
        var number = _random.Next(1, 40) * (_random.Next(2) == 0 ? 1 : 1000);
        switch (_random.Next(6))
        {
            case 0:
                output.WriteTag(number, WireFormat.WireType.Varint);
                WriteVarint(output, Integer());
                break;
            case 1:
                output.WriteTag(number, WireFormat.WireType.Fixed32);
                output.WriteFixed32((uint)Integer());
                break;
            case 2:
                output.WriteTag(number, WireFormat.WireType.Fixed64);
                output.WriteFixed64(Integer());
                break;
            case 3 when depth < 5:
                output.WriteTag(number, WireFormat.WireType.StartGroup);
                WriteUnknown(output, depth + 1);
                output.WriteTag(number, WireFormat.WireType.EndGroup);
                break;
            default:
                output.WriteTag(number, WireFormat.WireType.LengthDelimited);
                output.WriteString(Texts[_random.Next(Texts.Length)]);
                break;
        }
    }

    private void WriteVarint(CodedOutputStream output, ulong value)
    {
        if (!IsOdd || value >= 1UL << 42 || _random.Next(10) > 0)
        {
            output.WriteUInt64(value);
            return;
        }
        // The varint is longer than necessary: the last of its seven bytes add nothing.
        for (var i = 0; i < 6; i++)
            output.WriteRawTag((byte)((value >> (7 * i)) | 0x80));
        output.WriteRawTag(0);
    }

    private ulong Integer() => _random.Next(3) switch
    {
        0 => Integers[_random.Next(Integers.Length)],
        1 => (ulong)_random.Next(1000),
        _ => (ulong)_random.NextInt64() >> _random.Next(64),
    };

    /// <summary>
    /// Returns whether a field is a group. It reads the descriptor's bytes, because an old Google.Protobuf supports neither groups nor
    /// features.
    /// </summary>
    private static bool IsGroup(FieldDescriptor field)
    {
        var proto = field.ToProto();
        if (field.FieldType == FieldType.Group || proto.Type == FieldDescriptorProto.Types.Type.Group)
            return true;
        if (field.FieldType != FieldType.Message || field.IsMap || field.ContainingType?.GetOptions()?.MapEntry == true)
            return false;
        return (
            Encoding(proto.Options?.Features)
                ?? Encoding(field.File.ToProto().Options?.Features)) == FeatureSet.Types.MessageEncoding.Delimited;
    }

    private static FeatureSet.Types.MessageEncoding? Encoding(FeatureSet? features) =>
        features is { HasMessageEncoding: true } ? features.MessageEncoding : null;

    private static void WriteRaw(CodedOutputStream output, byte[] bytes)
    {
        foreach (var next in bytes)
            output.WriteRawTag(next);
    }

    private static WireFormat.WireType WireTypeOf(FieldType type) => type switch
    {
        FieldType.Double or FieldType.Fixed64 or FieldType.SFixed64 => WireFormat.WireType.Fixed64,
        FieldType.Float or FieldType.Fixed32 or FieldType.SFixed32 => WireFormat.WireType.Fixed32,
        FieldType.String or FieldType.Bytes or FieldType.Message => WireFormat.WireType.LengthDelimited,
        _ => WireFormat.WireType.Varint,
    };
}
