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
            case Timestamp timestamp when Next(Tags.Seconds):
                timestamp.Seconds = ReadInt64();
                break;
            case Timestamp timestamp when Next(Tags.Nanos):
                timestamp.Nanos = ReadInt32();
                break;
            case Value value:
                ReadValueField(value);
                break;
            case Struct fields when Next(Tags.Fields):
                ReadEntries<string, Value, StringCodec, MessageCodec<Value>>(Tags.Fields, fields.Fields);
                break;
            case ListValue list when Next(Tags.Values):
                var element = new Value();
                ReadMessageValue(element);
                list.Values.Add(element);
                break;
            case Duration duration when Next(Tags.Seconds):
                duration.Seconds = ReadInt64();
                break;
            case Duration duration when Next(Tags.Nanos):
                duration.Nanos = ReadInt32();
                break;
            case Any any when Next(Tags.TypeUrl):
                any.TypeUrl = ReadString();
                break;
            case Any any when Next(Tags.Content):
                any.Value = ReadBytes();
                break;
            case FieldMask mask when Next(Tags.Paths):
                ReadStrings(Tags.Paths, mask.Paths);
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
            case Tags.NullValue:
                value.NullValue = (NullValue)ReadEnum();
                break;
            case Tags.NumberValue:
                value.NumberValue = ReadDouble();
                break;
            case Tags.StringValue:
                value.StringValue = ReadString();
                break;
            case Tags.BoolValue:
                value.BoolValue = ReadBool();
                break;
            case Tags.StructValue:
                var fields = value.StructValue ?? new Struct();
                ReadMessageValue(fields);
                value.StructValue = fields;
                break;
            case Tags.ListValue:
                var list = value.ListValue ?? new ListValue();
                ReadMessageValue(list);
                value.ListValue = list;
                break;
            default:
                ReadForeignField(value, tag);
                break;
        }
    }

    /// <summary>The tags of the fields of well-known messages.</summary>
    private static class Tags
    {
        /// <summary>The tag of <c>seconds</c> in Timestamp and Duration.</summary>
        public const uint Seconds = (Timestamp.SecondsFieldNumber << 3) | Varint;

        /// <summary>The tag of <c>nanos</c> in Timestamp and Duration.</summary>
        public const uint Nanos = (Timestamp.NanosFieldNumber << 3) | Varint;

        /// <summary>The tag of <c>type_url</c> in Any.</summary>
        public const uint TypeUrl = (Any.TypeUrlFieldNumber << 3) | Delimited;

        /// <summary>The tag of <c>value</c> in Any.</summary>
        public const uint Content = (Any.ValueFieldNumber << 3) | Delimited;

        /// <summary>The tag of <c>paths</c> in FieldMask.</summary>
        public const uint Paths = (FieldMask.PathsFieldNumber << 3) | Delimited;

        /// <summary>The tag of <c>fields</c> in Struct.</summary>
        public const uint Fields = (Struct.FieldsFieldNumber << 3) | Delimited;

        /// <summary>The tag of <c>values</c> in ListValue.</summary>
        public const uint Values = (Google.Protobuf.WellKnownTypes.ListValue.ValuesFieldNumber << 3) | Delimited;

        /// <summary>The tag of <c>null_value</c> in Value.</summary>
        public const uint NullValue = (Value.NullValueFieldNumber << 3) | Varint;

        /// <summary>The tag of <c>number_value</c> in Value.</summary>
        public const uint NumberValue = (Value.NumberValueFieldNumber << 3) | Fixed64;

        /// <summary>The tag of <c>string_value</c> in Value.</summary>
        public const uint StringValue = (Value.StringValueFieldNumber << 3) | Delimited;

        /// <summary>The tag of <c>bool_value</c> in Value.</summary>
        public const uint BoolValue = (Value.BoolValueFieldNumber << 3) | Varint;

        /// <summary>The tag of <c>struct_value</c> in Value.</summary>
        public const uint StructValue = (Value.StructValueFieldNumber << 3) | Delimited;

        /// <summary>The tag of <c>list_value</c> in Value.</summary>
        public const uint ListValue = (Value.ListValueFieldNumber << 3) | Delimited;

        private const uint Varint = (uint)WireFormat.WireType.Varint;
        private const uint Fixed64 = (uint)WireFormat.WireType.Fixed64;
        private const uint Delimited = (uint)WireFormat.WireType.LengthDelimited;
    }
}
