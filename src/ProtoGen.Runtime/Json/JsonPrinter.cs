using System.Runtime.CompilerServices;
using Google.Protobuf;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

/// <summary>Converts the wire format to JSON, guided by the message's schema.</summary>
internal unsafe ref partial struct JsonPrinter
{
    // More deeply nested messages check the free stack at each level.
    private const int SafeDepth = 64;

    private readonly ISchemaRegistry _registry;
    private readonly bool _useProtoNames;
    private readonly bool _useEnumNumbers;
    private readonly bool _writesDefaults;
    private readonly ref JsonOutput _output;
    private bool _mayRepeatKeys;
    private int _depth;

    /// <summary>Creates a printer.</summary>
    /// <param name="options">The options for writing.</param>
    /// <param name="registry">Finds the types of Any messages and the extensions.</param>
    /// <param name="mayRepeatKeys">Whether the bytes may contain a map key twice, because they were not written from a message.</param>
    /// <param name="output">The buffer to which the JSON is written.</param>
    public JsonPrinter(JsonWriteOptions options, ISchemaRegistry registry, bool mayRepeatKeys, ref JsonOutput output)
    {
        _mayRepeatKeys = mayRepeatKeys;
        _registry = registry;
        _useProtoNames = options.PreserveProtoFieldNames;
        _useEnumNumbers = options.FormatEnumsAsIntegers;
        _writesDefaults = options.FormatDefaultValues;
        _output = ref output;
    }

    /// <summary>Writes a message as a JSON value.</summary>
    /// <exception cref="InvalidOperationException">The message has no JSON form.</exception>
    /// <exception cref="InvalidProtocolBufferException">The bytes are malformed.</exception>
    public void WriteMessage(MessageSchema schema, WireCursor input)
    {
        if (++_depth > SafeDepth)
            RuntimeHelpers.EnsureSufficientExecutionStack();
        if (schema.WellKnown is WellKnownType.None or WellKnownType.Empty)
        {
            _output.WriteOpening((byte)'{');
            var isFirst = true;
            WriteFields(schema, input, ref isFirst);
            _output.WriteClosing((byte)'}', isFirst);
        }
        else
        {
            WriteWellKnown(schema, input);
        }
        _depth--;
    }

    /// <summary>Writes the members of an object.</summary>
    private void WriteFields(MessageSchema schema, WireCursor input, ref bool isFirst)
    {
        if (schema.IsMessageSet)
        {
            WriteSet(MessageSet.Read(schema, input, _registry), ref isFirst);
            return;
        }
        var start = _output.Length;
        var wasFirst = isFirst;
        if (TryWriteFields(schema, input, ref isFirst))
            return;
        // The content of an Any can have its fields in any order.
        _output.Length = start;
        isFirst = wasFirst;
        var ordered = WireOrder.Normalize(schema, input, _registry);
        fixed (byte* bytes = ordered)
            TryWriteFields(schema, new WireCursor(bytes, bytes + ordered.Length), ref isFirst);
    }

    /// <summary>Writes fields that are in ascending order; returns false if the fields have to be sorted or merged first.</summary>
    private bool TryWriteFields(MessageSchema schema, WireCursor input, ref bool isFirst)
    {
        var fields = schema.Fields;
        var last = 0;
        var oneofs = 0UL;
        var nextDefault = 0;
        while (!input.IsAtEnd)
        {
            var tag = input.ReadTag();
            var number = (int)(tag >> 3);
            var field = schema.Find(number) ?? FindExtension(schema, number);
            if (field == null || !WireOrder.IsWireTypeOf(field, tag))
            {
                if (tag < 8)
                    ProtoErrors.ThrowMalformedWire();
                input.Skip(tag);
                continue;
            }
            if (number <= last || !WireOrder.IsFirstOfOneof(field, ref oneofs))
                return false;
            last = number;
            if (_writesDefaults && !field.IsExtension)
            {
                WriteDefaults(fields, nextDefault, field.Index, ref isFirst);
                nextDefault = field.Index + 1;
            }
            if (field.IsRepeated)
                WriteRepeated(field, tag, ref input, ref isFirst);
            else
                WriteSingular(field, ref input, ref isFirst);
        }
        if (_writesDefaults)
            WriteDefaults(fields, nextDefault, fields.Length, ref isFirst);
        return true;
    }

    private void WriteSet(MessageSet set, ref bool isFirst)
    {
        foreach (var item in set.Items)
        {
            WriteName(item.Field!, ref isFirst);
            fixed (byte* start = item.Bytes)
                WriteMessage(item.Field!.Message, new WireCursor(start, start + item.Bytes.Length));
        }
    }

    private readonly FieldSchema? FindExtension(MessageSchema schema, int number) => _registry.FindExtension(schema.FullName, number);

    private void WriteSingular(FieldSchema field, ref WireCursor input, ref bool isFirst)
    {
        if (field.Kind == FieldKind.Message && field.Message.WellKnown == WellKnownType.Value)
        {
            // A Value without a kind has no JSON form; protoc's C++ runtime omits it.
            var content = input.ReadDelimited();
            if (IsEmptyValue(content))
                return;
            WriteName(field, ref isFirst);
            WriteMessage(field.Message, content);
            return;
        }
        WriteName(field, ref isFirst);
        WriteValue(field, ref input);
    }

    private void WriteRepeated(FieldSchema field, uint tag, ref WireCursor input, ref bool isFirst)
    {
        WriteName(field, ref isFirst);
        if (field.IsMap)
        {
            WriteMap(field, ref input);
            return;
        }
        _output.WriteOpening((byte)'[');
        var isFirstElement = true;
        var isValue = field.Kind == FieldKind.Message && field.Message.WellKnown == WellKnownType.Value;
        do
        {
            if (tag == field.ElementTag)
            {
                if (isValue && IsEmptyValueAhead(input))
                {
                    input.Skip(tag);
                    continue;
                }
                _output.WriteSeparator(ref isFirstElement);
                WriteValue(field, ref input);
                continue;
            }
            var packed = input.ReadDelimited();
            while (!packed.IsAtEnd)
            {
                _output.WriteSeparator(ref isFirstElement);
                WriteValue(field, ref packed);
            }
        }
        while (WireOrder.TryReadTagOf(field, ref input, out tag));
        _output.WriteClosing((byte)']', isFirstElement);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteName(FieldSchema field, ref bool isFirst)
    {
        if (field.IsExtension)
            WriteExtensionName(field, ref isFirst);
        else
            _output.WriteMember(_useProtoNames ? field.ProtoMember : field.JsonMember, ref isFirst);
    }

    private void WriteExtensionName(FieldSchema field, ref bool isFirst)
    {
        _output.WriteSeparator(ref isFirst);
        _output.WriteRaw("\"["u8);
        _output.WriteRaw(System.Text.Encoding.UTF8.GetBytes(field.ExtensionName!));
        _output.WriteRaw("]\""u8);
        _output.WriteColon();
    }

    private void WriteValue(FieldSchema field, ref WireCursor input)
    {
        switch (field.Kind)
        {
            case FieldKind.String:
                _output.WriteString(input.ReadDelimited().Remaining);
                break;
            case FieldKind.Int32:
                _output.WriteInt64((int)input.ReadVarint());
                break;
            case FieldKind.SInt32:
                _output.WriteInt64(Varint.UnZigZag((uint)input.ReadVarint()));
                break;
            case FieldKind.SFixed32:
                _output.WriteInt64((int)input.ReadFixed32());
                break;
            case FieldKind.UInt32:
                _output.WriteUInt64((uint)input.ReadVarint());
                break;
            case FieldKind.Fixed32:
                _output.WriteUInt64(input.ReadFixed32());
                break;
            case FieldKind.Int64:
                _output.WriteQuotedInt64((long)input.ReadVarint());
                break;
            case FieldKind.SInt64:
                _output.WriteQuotedInt64(Varint.UnZigZag(input.ReadVarint()));
                break;
            case FieldKind.SFixed64:
                _output.WriteQuotedInt64((long)input.ReadFixed64());
                break;
            case FieldKind.UInt64:
                _output.WriteQuotedUInt64(input.ReadVarint());
                break;
            case FieldKind.Fixed64:
                _output.WriteQuotedUInt64(input.ReadFixed64());
                break;
            case FieldKind.Bool:
                _output.WriteBool(input.ReadVarint() != 0);
                break;
            case FieldKind.Double:
                _output.WriteDouble(BitConverter.UInt64BitsToDouble(input.ReadFixed64()));
                break;
            case FieldKind.Float:
                _output.WriteFloat(BitConverter.UInt32BitsToSingle(input.ReadFixed32()));
                break;
            case FieldKind.Enum:
                WriteEnum(field.Enum, (int)input.ReadVarint());
                break;
            case FieldKind.Bytes:
                _output.WriteBase64(input.ReadDelimited().Remaining);
                break;
            case FieldKind.Message:
                WriteMessage(field.Message, input.ReadDelimited());
                break;
            default:
                WriteMessage(field.Message, input.ReadGroup(field.ElementTag));
                break;
        }
    }

    private void WriteEnum(EnumSchema type, int number)
    {
        if (type.IsNullValue)
            _output.WriteRaw("null"u8);
        else if (!_useEnumNumbers && type.Find(number) is { } value)
            _output.WriteString(value.JsonNameBytes);
        else
            _output.WriteInt64(number);
    }

    private void WriteDefaults(FieldSchema[] fields, int from, int to, ref bool isFirst)
    {
        for (var i = from; i < to; i++)
        {
            var field = fields[i];
            if (field.HasPresence || field.Oneof >= 0)
                continue;
            WriteName(field, ref isFirst);
            if (field.IsRepeated)
                _output.WriteRaw(field.IsMap ? "{}"u8 : "[]"u8);
            else
                WriteDefault(field);
        }
    }

    /// <summary>Writes the default value of a field.</summary>
    private void WriteDefault(FieldSchema field)
    {
        switch (field.Kind)
        {
            case FieldKind.String or FieldKind.Bytes:
                _output.WriteRaw("\"\""u8);
                break;
            case FieldKind.Bool:
                _output.WriteBool(false);
                break;
            case FieldKind.Int64 or FieldKind.SInt64 or FieldKind.SFixed64 or FieldKind.UInt64 or FieldKind.Fixed64:
                _output.WriteRaw("\"0\""u8);
                break;
            case FieldKind.Enum:
                WriteEnum(field.Enum, 0);
                break;
            case FieldKind.Message or FieldKind.Group:
                WriteMessage(field.Message, default);
                break;
            default:
                _output.WriteRaw("0"u8);
                break;
        }
    }
}
