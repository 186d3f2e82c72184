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
        switch (message)
        {
            case Timestamp timestamp:
                Read(timestamp);
                return true;
            case Duration duration:
                Read(duration);
                return true;
            case Value or Struct or ListValue or Any or FieldMask or Empty:
                var rest = Enter();
                while (_position < _end)
                    ReadWellKnownField(message);
                Leave(rest);
                return true;
            default:
                return false;
        }
    }

    private void Read(Timestamp timestamp)
    {
        var rest = Enter();
        while (_position < _end)
        {
            if (Next(WellKnownTags.Seconds))
                timestamp.Seconds = ReadInt64();
            else if (Next(WellKnownTags.Nanos))
                timestamp.Nanos = ReadInt32();
            else
                ReadForeignField(timestamp, ReadTag());
        }
        Leave(rest);
    }

    private void Read(Duration duration)
    {
        var rest = Enter();
        while (_position < _end)
        {
            if (Next(WellKnownTags.Seconds))
                duration.Seconds = ReadInt64();
            else if (Next(WellKnownTags.Nanos))
                duration.Nanos = ReadInt32();
            else
                ReadForeignField(duration, ReadTag());
        }
        Leave(rest);
    }

    private void ReadWellKnownField(IMessage message)
    {
        switch (message)
        {
            case Value value:
                ReadValueField(value);
                break;
            case Struct fields when Next(WellKnownTags.Fields):
                ReadEntries<string, Value, StringCodec, MessageCodec<Value>>(WellKnownTags.Fields, fields.Fields);
                break;
            case ListValue list when Next(WellKnownTags.Values):
                ReadElements(WellKnownTags.Values, list.Values);
                break;
            case Any any when Next(WellKnownTags.TypeUrl):
                any.TypeUrl = ReadString();
                break;
            case Any any when Next(WellKnownTags.Content):
                any.Value = ReadBytes();
                break;
            case FieldMask mask when Next(WellKnownTags.Paths):
                ReadStrings(WellKnownTags.Paths, mask.Paths);
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
            case WellKnownTags.NullValue:
                value.NullValue = (NullValue)ReadEnum();
                break;
            case WellKnownTags.NumberValue:
                value.NumberValue = ReadDouble();
                break;
            case WellKnownTags.StringValue:
                value.StringValue = ReadString();
                break;
            case WellKnownTags.BoolValue:
                value.BoolValue = ReadBool();
                break;
            case WellKnownTags.StructValue:
                var fields = value.StructValue ?? new Struct();
                ReadMessageValue(fields);
                value.StructValue = fields;
                break;
            case WellKnownTags.ListValue:
                var list = value.ListValue ?? new ListValue();
                ReadMessageValue(list);
                value.ListValue = list;
                break;
            default:
                ReadForeignField(value, tag);
                break;
        }
    }
}
