using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldReader
{
    /// <summary>Reads one of Google.Protobuf's well-known messages.</summary>
    /// <remarks>
    /// They have no span path, but all their fields can be set by public members. Only unknown fields are passed to Google.Protobuf.
    /// </remarks>
    /// <returns>False if the message has another type; nothing was read then.</returns>
    private bool TryReadWellKnown(IMessage message)
    {
        if (message is not (Timestamp or Duration or Value or Struct or ListValue or Any or FieldMask or Empty))
            return false;
        var rest = Enter();
        while (_position < _end)
            ReadWellKnownField(message);
        Leave(rest);
        return true;
    }

    private void ReadWellKnownField(IMessage message)
    {
        switch (message)
        {
            case Timestamp timestamp when Next(8):
                timestamp.Seconds = ReadInt64();
                break;
            case Timestamp timestamp when Next(16):
                timestamp.Nanos = ReadInt32();
                break;
            case Value value:
                ReadValueField(value);
                break;
            case Struct fields when Next(10):
                ReadMap<string, Value, StringCodec, MessageCodec<Value>>(10, fields.Fields);
                break;
            case ListValue list when Next(10):
                var element = new Value();
                ReadMessage(element);
                list.Values.Add(element);
                break;
            case Duration duration when Next(8):
                duration.Seconds = ReadInt64();
                break;
            case Duration duration when Next(16):
                duration.Nanos = ReadInt32();
                break;
            case Any any when Next(10):
                any.TypeUrl = ReadString();
                break;
            case Any any when Next(18):
                any.Value = ReadBytes();
                break;
            case FieldMask mask when Next(10):
                ReadRepeatedString(10, mask.Paths);
                break;
            default:
                ReadForeignField(message, ReadTag());
                break;
        }
    }

    /// <summary>Parses a field whose tag was read with Google.Protobuf.</summary>
    private void ReadForeignField(IMessage message, uint tag)
    {
        if (tag == 0)
            HandOver();
        var start = StartOf(tag);
        Skip(tag, _depth);
        ForeignMessage.MergeFrom(message, new ReadOnlySpan<byte>(start, (int)(_position - start)), _depth);
    }

    private void ReadValueField(Value value)
    {
        var tag = ReadTag();
        switch (tag)
        {
            case 8:
                value.NullValue = (NullValue)ReadEnum();
                break;
            case 17:
                value.NumberValue = ReadDouble();
                break;
            case 26:
                value.StringValue = ReadString();
                break;
            case 32:
                value.BoolValue = ReadBool();
                break;
            case 42:
                var fields = value.StructValue ?? new Struct();
                ReadMessage(fields);
                value.StructValue = fields;
                break;
            case 50:
                var list = value.ListValue ?? new ListValue();
                ReadMessage(list);
                value.ListValue = list;
                break;
            default:
                ReadForeignField(value, tag);
                break;
        }
    }
}
