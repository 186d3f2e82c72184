#if NET
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace ProtoGen.Runtime;

public unsafe partial struct FieldWriter
{
    /// <summary>Writes one of Google.Protobuf's well-known messages.</summary>
    /// <remarks>They have no span path, but all their fields are public.</remarks>
    /// <returns>False if the message has another type or unknown fields; nothing was written then.</returns>
    private bool TryWriteWellKnown(uint tag, IMessage message)
    {
        if (!WellKnownUnknownFields.AreAbsent(message))
            return false;
        var content = OpenEntry(tag);
        switch (message)
        {
            case Value value:
                WriteValueField(value);
                break;
            case Struct fields:
                WriteMap<string, Value, StringCodec, MessageCodec<Value>>(WellKnownTags.Fields, fields.Fields);
                break;
            case ListValue list:
                WriteMessages(WellKnownTags.Values, list.Values);
                break;
            default:
                WriteFlatFields(message);
                break;
        }
        CloseEntry(content);
        return true;
    }

    // Not inlined, so that each level of nested values needs less of the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteFlatFields(IMessage message)
    {
        switch (message)
        {
            case Timestamp timestamp:
                WriteTime(timestamp.Seconds, timestamp.Nanos);
                break;
            case Duration duration:
                WriteTime(duration.Seconds, duration.Nanos);
                break;
            case Any any:
                WriteImplicitString(WellKnownTags.TypeUrl, any.TypeUrl);
                WriteImplicitBytes(WellKnownTags.Content, any.Value);
                break;
            case FieldMask mask:
                foreach (var path in mask.Paths)
                    WriteString(WellKnownTags.Paths, path);
                break;
        }
    }

    private void WriteTime(long seconds, int nanos)
    {
        WriteImplicitInt64(WellKnownTags.Seconds, seconds);
        WriteImplicitInt32(WellKnownTags.Nanos, nanos);
    }

    private void WriteValueField(Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.NullValue:
                WriteEnum(WellKnownTags.NullValue, (int)value.NullValue);
                break;
            case Value.KindOneofCase.NumberValue:
                WriteDouble(WellKnownTags.NumberValue, value.NumberValue);
                break;
            case Value.KindOneofCase.StringValue:
                WriteString(WellKnownTags.StringValue, value.StringValue);
                break;
            case Value.KindOneofCase.BoolValue:
                WriteBool(WellKnownTags.BoolValue, value.BoolValue);
                break;
            case Value.KindOneofCase.StructValue:
                WriteMessage(WellKnownTags.StructValue, value.StructValue);
                break;
            case Value.KindOneofCase.ListValue:
                WriteMessage(WellKnownTags.ListValue, value.ListValue);
                break;
        }
    }
}
#endif
