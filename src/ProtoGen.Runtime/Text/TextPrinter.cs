using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Text;

/// <summary>Converts the wire format to text, guided by the message's schema, as protoc's C++ runtime does.</summary>
internal unsafe ref partial struct TextPrinter
{
    private const int IndentWidth = 2;

    // Deeper messages check the stack at each level.
    private const int SafeDepth = 64;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 256).Where(c => c is < 32 or > 126 or '"' or '\'' or '\\').Select(c => (byte)c)]);

    private readonly ISchemaRegistry _registry;
    private readonly bool _isSingleLine;
    private readonly bool _expandsAny;
    private readonly bool _omitsUnknown;
    private readonly ref OutputBuffer _output;
    private int _depth;

    public TextPrinter(TextWriteOptions options, ISchemaRegistry registry, ref OutputBuffer output)
    {
        _registry = registry;
        _isSingleLine = options.SingleLine;
        _expandsAny = options.ExpandAny;
        _omitsUnknown = options.OmitUnknownFields;
        _output = ref output;
    }

    /// <summary>Writes the fields of a message.</summary>
    public void WriteMessage(MessageSchema schema, WireCursor input)
    {
        if (_depth > SafeDepth)
            RuntimeHelpers.EnsureSufficientExecutionStack();
        if (schema.WellKnown == WellKnownType.Any && _expandsAny && TryWriteAny(input))
            return;
        if (schema.IsMessageSet)
        {
            WriteSet(MessageSet.Read(schema, input, _registry));
            return;
        }
        var start = _output.Length;
        if (TryWriteFields(schema, input))
            return;
        _output.Length = start;
        var ordered = WireOrder.Normalize(schema, input, _registry);
        fixed (byte* bytes = ordered)
            TryWriteFields(schema, new WireCursor(bytes, bytes + ordered.Length));
    }

    /// <summary>
    /// Writes fields that are in ascending order, then the unknown ones; returns false if the fields have to be sorted or merged first.
    /// </summary>
    private bool TryWriteFields(MessageSchema schema, WireCursor input)
    {
        List<UnknownField>? unknown = null;
        var last = 0;
        var oneofs = 0UL;
        while (!input.IsAtEnd)
        {
            var start = input.Position;
            var tag = input.ReadTag();
            if (tag < 8)
                ProtoErrors.ThrowMalformedWire();
            var field = WireOrder.Find(schema, tag, _registry);
            if (field == null || ClosedEnums.IsUnknown(field, tag, input))
            {
                input.Skip(tag);
                (unknown ??= []).Add(new UnknownField(start, input.Position));
                continue;
            }
            if (field.Number <= last || !WireOrder.IsFirstOfOneof(field, ref oneofs))
                return false;
            last = field.Number;
            if (field.IsMap)
                WriteMap(field, start, ref input, ref unknown);
            else
                WriteField(field, tag, ref input, ref unknown, start);
        }
        if (unknown != null && !_omitsUnknown)
        {
            foreach (var field in unknown)
                WriteUnknown(field);
        }
        return true;
    }

    private void WriteField(FieldSchema field, uint tag, ref WireCursor input, ref List<UnknownField>? unknown, byte* start)
    {
        while (true)
        {
            if (tag != field.ElementTag)
            {
                var packed = input.ReadDelimited();
                while (!packed.IsAtEnd)
                    WritePacked(field, ref packed, ref unknown);
            }
            else if (ClosedEnums.IsUnknown(field, tag, input))
            {
                input.Skip(tag);
                (unknown ??= []).Add(new UnknownField(start, input.Position));
            }
            else
            {
                WriteElement(field, ref input);
            }
            start = input.Position;
            if (!field.IsRepeated || !WireOrder.TryReadTagOf(field, ref input, out tag))
                return;
        }
    }

    private void WritePacked(FieldSchema field, ref WireCursor packed, ref List<UnknownField>? unknown)
    {
        if (ClosedEnums.IsUnknownNumber(field, packed))
            (unknown ??= []).Add(new UnknownField(field.Number, packed.ReadVarint()));
        else
            WriteElement(field, ref packed);
    }

    private void WriteElement(FieldSchema field, ref WireCursor input)
    {
        WriteName(field);
        if (field.Kind.IsMessage())
        {
            var content = field.Kind == FieldKind.Group ? input.ReadGroup(field.ElementTag) : input.ReadDelimited();
            OpenMessage();
            WriteMessage(field.Message, content);
            CloseMessage();
            return;
        }
        WriteRaw(": "u8);
        WriteScalar(field, ref input);
        WriteLineEnd();
    }

    private void WriteName(FieldSchema field)
    {
        WriteIndentation();
        if (!field.IsExtension)
        {
            WriteText(field.GroupName ?? field.Name);
            return;
        }
        WriteRaw("["u8);
        WriteText(field.ItemName ?? field.ExtensionName!);
        WriteRaw("]"u8);
    }

    private void WriteScalar(FieldSchema field, ref WireCursor input)
    {
        switch (field.Kind)
        {
            case FieldKind.String or FieldKind.Bytes:
                WriteString(input.ReadDelimited().Remaining);
                break;
            case FieldKind.Bool:
                WriteRaw(input.ReadVarint() != 0 ? "true"u8 : "false"u8);
                break;
            case FieldKind.Double:
                WriteText(TextNumbers.Format(BitConverter.UInt64BitsToDouble(input.ReadFixed64())));
                break;
            case FieldKind.Float:
                WriteText(TextNumbers.Format(BitConverter.UInt32BitsToSingle(input.ReadFixed32())));
                break;
            case FieldKind.Enum:
                var number = (int)input.ReadVarint();
                if (field.Enum.Find(number) is { } value)
                    WriteText(value.Name);
                else
                    WriteInteger(number);
                break;
            case FieldKind.Int32:
                WriteInteger((int)input.ReadVarint());
                break;
            case FieldKind.SInt32:
                WriteInteger(Varint.UnZigZag((uint)input.ReadVarint()));
                break;
            case FieldKind.SInt64:
                WriteInteger(Varint.UnZigZag(input.ReadVarint()));
                break;
            case FieldKind.SFixed32:
                WriteInteger((int)input.ReadFixed32());
                break;
            case FieldKind.SFixed64:
                WriteInteger((long)input.ReadFixed64());
                break;
            case FieldKind.Int64:
                WriteInteger((long)input.ReadVarint());
                break;
            case FieldKind.UInt32:
                WriteUnsigned((uint)input.ReadVarint());
                break;
            case FieldKind.Fixed32:
                WriteUnsigned(input.ReadFixed32());
                break;
            case FieldKind.Fixed64:
                WriteUnsigned(input.ReadFixed64());
                break;
            default:
                WriteUnsigned(input.ReadVarint());
                break;
        }
    }

    private bool TryWriteAny(WireCursor input)
    {
        if (!AnyTypes.Read(input, out var typeUrl, out var content) || typeUrl.IsEmpty)
            return false;
        if (_registry.FindMessage(AnyTypes.NameOf(typeUrl)) is not { } schema)
            return false;
        WriteIndentation();
        WriteRaw("["u8);
        WriteRaw(typeUrl);
        WriteRaw("]"u8);
        OpenMessage();
        WriteMessage(schema, content);
        CloseMessage();
        return true;
    }

    private void WriteSet(MessageSet set)
    {
        foreach (var item in set.Items)
        {
            WriteName(item.Field!);
            OpenMessage();
            fixed (byte* start = item.Bytes)
                WriteMessage(item.Field!.Message, new WireCursor(start, start + item.Bytes.Length));
            CloseMessage();
        }
        if (_omitsUnknown)
            return;
        foreach (var item in set.Unknown)
        {
            fixed (byte* start = item.Bytes)
                WriteUnknown(item, new WireCursor(start, start + item.Bytes.Length));
        }
    }

    private void OpenMessage()
    {
        WriteRaw(_isSingleLine ? " { "u8 : " {\n"u8);
        _depth++;
    }

    private void CloseMessage()
    {
        _depth--;
        WriteIndentation();
        WriteRaw("}"u8);
        WriteLineEnd();
    }

    private void WriteIndentation()
    {
        if (_isSingleLine || _depth == 0)
            return;
        var width = _depth * IndentWidth;
        _output.ReserveSpan(width)[..width].Fill((byte)' ');
        _output.Length += width;
    }

    private void WriteLineEnd() => WriteRaw(_isSingleLine ? " "u8 : "\n"u8);

    private void WriteRaw(scoped ReadOnlySpan<byte> text) => _output.Add(text);

    private void WriteText(string text) => _output.Length += Encoding.UTF8.GetBytes(text, _output.ReserveSpan(text.Length * 3));

    private void WriteInteger(long value)
    {
        value.TryFormat(_output.ReserveSpan(24), out var written, provider: CultureInfo.InvariantCulture);
        _output.Length += written;
    }

    private void WriteUnsigned(ulong value)
    {
        value.TryFormat(_output.ReserveSpan(24), out var written, provider: CultureInfo.InvariantCulture);
        _output.Length += written;
    }

    private void WriteString(ReadOnlySpan<byte> value)
    {
        WriteRaw("\""u8);
        int plain;
        while ((plain = value.IndexOfAny(Escaped)) >= 0)
        {
            WriteRaw(value[..plain]);
            WriteEscape(value[plain]);
            value = value[(plain + 1)..];
        }
        WriteRaw(value);
        WriteRaw("\""u8);
    }

    private void WriteEscape(byte c)
    {
        switch (c)
        {
            case (byte)'\n':
                WriteRaw("\\n"u8);
                break;
            case (byte)'\r':
                WriteRaw("\\r"u8);
                break;
            case (byte)'\t':
                WriteRaw("\\t"u8);
                break;
            case (byte)'"' or (byte)'\'' or (byte)'\\':
                WriteRaw([(byte)'\\', c]);
                break;
            default:
                WriteRaw([(byte)'\\', (byte)('0' + (c >> 6)), (byte)('0' + ((c >> 3) & 7)), (byte)('0' + (c & 7))]);
                break;
        }
    }
}
