using System.Runtime.CompilerServices;
using System.Text;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

internal unsafe ref partial struct JsonPrinter
{
    private void WriteWellKnown(MessageSchema schema, WireCursor input)
    {
        switch (schema.WellKnown)
        {
            case WellKnownType.Any:
                WriteAny(input);
                break;
            case WellKnownType.Timestamp:
                WriteTimestamp(input);
                break;
            case WellKnownType.Duration:
                WriteDuration(input);
                break;
            case WellKnownType.FieldMask:
                WriteFieldMask(input);
                break;
            case WellKnownType.Value:
                WriteDynamicValue(schema, input);
                break;
            case WellKnownType.Wrapper:
                WriteWrapper(schema.Fields[0], input);
                break;
            default:
                WriteContainer(schema, input);
                break;
        }
    }

    private void WriteWrapper(FieldSchema field, WireCursor input)
    {
        WireCursor value = default;
        while (!input.IsAtEnd)
        {
            var tag = input.ReadTag();
            if (tag == field.ElementTag)
                value = input;
            input.Skip(tag);
        }
        if (value.Position == null)
            WriteDefault(field);
        else
            WriteValue(field, ref value);
    }

    /// <summary>Writes a Struct or a ListValue, which have one field each.</summary>
    private void WriteContainer(MessageSchema schema, WireCursor input)
    {
        var field = schema.Fields[0];
        var isStruct = schema.WellKnown == WellKnownType.Struct;
        if (input.IsAtEnd)
        {
            _output.WriteRaw(isStruct ? "{}"u8 : "[]"u8);
            return;
        }
        var rest = input;
        if (rest.ReadTag() == field.ElementTag && IsOnly(field.ElementTag, input))
        {
            WriteElements(field, ref rest);
            return;
        }
        var ordered = WireOrder.Normalize(schema, input, _registry);
        fixed (byte* bytes = ordered)
        {
            rest = new WireCursor(bytes, bytes + ordered.Length);
            if (rest.ReadTag() == field.ElementTag)
                WriteElements(field, ref rest);
            else
                _output.WriteRaw(isStruct ? "{}"u8 : "[]"u8);
        }
    }

    private static bool IsOnly(uint expected, WireCursor input)
    {
        while (!input.IsAtEnd)
        {
            if (input.ReadTag() != expected)
                return false;
            input.Skip(expected);
        }
        return true;
    }

    private void WriteElements(FieldSchema field, ref WireCursor input)
    {
        if (field.IsMap)
        {
            WriteMap(field, ref input);
            return;
        }
        _output.WriteOpening((byte)'[');
        var isFirst = true;
        do
        {
            var element = input.ReadDelimited();
            if (IsEmptyValue(element))
                continue;
            _output.WriteSeparator(ref isFirst);
            WriteMessage(field.Message, element);
        }
        while (WireOrder.TryReadTagOf(field, ref input, out _));
        _output.WriteClosing((byte)']', isFirst);
    }

    private static bool IsEmptyValueAhead(WireCursor input) => IsEmptyValue(input.ReadDelimited());

    /// <summary>Returns whether no field of a google.protobuf.Value is set.</summary>
    private static bool IsEmptyValue(WireCursor value)
    {
        while (!value.IsAtEnd)
        {
            var tag = value.ReadTag();
            if (tag >> 3 is >= 1 and <= WellKnownTypes.LastKindOfValue)
                return false;
            value.Skip(tag);
        }
        return true;
    }

    private void WriteDynamicValue(MessageSchema schema, WireCursor input)
    {
        var ahead = input;
        if (!ahead.IsAtEnd)
            ahead.Skip(ahead.ReadTag());
        if (ahead.IsAtEnd)
        {
            WriteKind(schema, ref input);
            return;
        }
        var ordered = WireOrder.Normalize(schema, input, _registry);
        fixed (byte* bytes = ordered)
        {
            input = new WireCursor(bytes, bytes + ordered.Length);
            WriteKind(schema, ref input);
        }
    }

    private void WriteKind(MessageSchema schema, ref WireCursor input)
    {
        var tag = input.IsAtEnd ? 0 : input.ReadTag();
        var field = schema.Find((int)(tag >> 3));
        if (field == null || tag != field.ElementTag)
            throw new InvalidOperationException("google.protobuf.Value without a kind has no JSON form.");
        if (field.Kind == FieldKind.Double && !double.IsFinite(BitConverter.UInt64BitsToDouble(Peek(input))))
        {
            throw new InvalidOperationException(
                "google.protobuf.Value with NaN or infinity has no JSON form: it would be parsed as a string.");
        }
        WriteValue(field, ref input);
    }

    private static ulong Peek(WireCursor input) => input.ReadFixed64();

    private void WriteAny(WireCursor input)
    {
        AnyTypes.Read(input, out var typeUrl, out var content);
        if (typeUrl.IsEmpty)
        {
            if (content.Position != content.End)
                throw new InvalidOperationException("google.protobuf.Any with a value but no type URL has no JSON form.");
            _output.WriteRaw("{}"u8);
            return;
        }
        var schema = _registry.FindMessage(AnyTypes.NameOf(typeUrl)) ?? throw new InvalidOperationException(
            $"The type registry has no message for the type URL '{Encoding.UTF8.GetString(typeUrl)}'.");
        var mayRepeatKeys = _mayRepeatKeys;
        _mayRepeatKeys = true;
        _output.WriteOpening((byte)'{');
        var isFirst = true;
        _output.WriteSeparator(ref isFirst);
        _output.WriteRaw("\"@type\""u8);
        _output.WriteColon();
        _output.WriteString(typeUrl);
        if (schema.WellKnown == WellKnownType.None)
        {
            if (++_depth > SafeDepth)
                RuntimeHelpers.EnsureSufficientExecutionStack();
            WriteFields(schema, content, ref isFirst);
            _depth--;
        }
        else if (schema.WellKnown != WellKnownType.Value || !IsEmptyValue(content))
        {
            _output.WriteSeparator(ref isFirst);
            _output.WriteRaw("\"value\""u8);
            _output.WriteColon();
            WriteMessage(schema, content);
        }
        _output.WriteClosing((byte)'}', isEmpty: false);
        _mayRepeatKeys = mayRepeatKeys;
    }

    private void WriteTimestamp(WireCursor input)
    {
        var (seconds, nanos) = ReadTime(input);
        if (seconds is < TimeText.FirstSecond or > TimeText.LastSecond || nanos is < 0 or > 999_999_999)
        {
            throw new InvalidOperationException(
                "google.protobuf.Timestamp is out of range for JSON: years 1 to 9999, nanos 0 to 999,999,999.");
        }
        Span<byte> text = stackalloc byte[TimeText.LongestTimestamp];
        _output.WriteQuoted(text[..TimeText.WriteTimestamp(text, seconds, nanos)]);
    }

    private void WriteDuration(WireCursor input)
    {
        var (seconds, nanos) = ReadTime(input);
        if (seconds is < -TimeText.LongestDuration or > TimeText.LongestDuration || nanos is < -999_999_999 or > 999_999_999
            || (seconds != 0 && nanos != 0 && seconds < 0 != nanos < 0))
        {
            throw new InvalidOperationException(
                "google.protobuf.Duration is out of range for JSON: up to 315,576,000,000 seconds, nanos of the same sign.");
        }
        Span<byte> text = stackalloc byte[TimeText.LongestTimestamp];
        _output.WriteQuoted(text[..TimeText.WriteDuration(text, seconds, nanos)]);
    }

    private static (long Seconds, int Nanos) ReadTime(WireCursor input)
    {
        long seconds = 0;
        var nanos = 0;
        while (!input.IsAtEnd)
        {
            var tag = input.ReadTag();
            if (tag == WellKnownTypes.SecondsTag)
                seconds = (long)input.ReadVarint();
            else if (tag == WellKnownTypes.NanosTag)
                nanos = (int)input.ReadVarint();
            else
                input.Skip(tag);
        }
        return (seconds, nanos);
    }

    private void WriteFieldMask(WireCursor input)
    {
        _output.WriteRaw("\""u8);
        var isFirst = true;
        while (!input.IsAtEnd)
        {
            var tag = input.ReadTag();
            if (tag != WellKnownTypes.PathsTag)
            {
                input.Skip(tag);
                continue;
            }
            if (!isFirst)
                _output.WriteRaw(","u8);
            isFirst = false;
            WritePath(input.ReadDelimited().Remaining);
        }
        _output.WriteRaw("\""u8);
    }

    private void WritePath(ReadOnlySpan<byte> path)
    {
        var isAfterUnderscore = false;
        foreach (var c in path)
        {
            // Only paths that survive the conversion to camel case and back have a JSON form.
            if (c is >= (byte)'a' and <= (byte)'z' && isAfterUnderscore)
            {
                _output.WriteRaw([(byte)(c - 'a' + 'A')]);
            }
            else if (!isAfterUnderscore && c is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'.')
            {
                _output.WriteRaw([c]);
            }
            else if (c != '_' || isAfterUnderscore)
            {
                ThrowPath(path);
            }

            isAfterUnderscore = c == '_';
        }
        if (isAfterUnderscore)
            ThrowPath(path);
    }

    private static void ThrowPath(ReadOnlySpan<byte> path) =>
        throw new InvalidOperationException($"google.protobuf.FieldMask path '{Encoding.UTF8.GetString(path)}' has no JSON form.");
}
