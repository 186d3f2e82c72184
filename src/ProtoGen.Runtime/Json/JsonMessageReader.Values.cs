using System.Text;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

internal unsafe ref partial struct JsonMessageReader
{
    /// <summary>Reads one value and writes it with its tag; returns false if the value is to be ignored.</summary>
    private bool ReadSingular(FieldSchema field)
    {
        switch (field.Kind)
        {
            case FieldKind.Enum:
                if (!TryReadEnum(field, out var number))
                    return false;
                _output.AddVarint(field.ElementTag);
                _output.AddVarint((ulong)number);
                return true;
            case FieldKind.Message:
                _output.AddVarint(field.ElementTag);
                var isLarge = IsLarge;
                var content = _output.Open(isLarge);
                ReadMessage(field.Message);
                _output.Close(content, isLarge);
                return true;
            case FieldKind.Group:
                _output.AddVarint(field.ElementTag);
                ReadMessage(field.Message);
                _output.AddVarint(field.ElementTag + 1);
                return true;
            case FieldKind.String:
                _output.AddVarint(field.ElementTag);
                ReadString(field);
                return true;
            case FieldKind.Bytes:
                _output.AddVarint(field.ElementTag);
                ReadBytes(field);
                return true;
            default:
                _output.AddVarint(field.ElementTag);
                ReadNumberOrBool(field);
                return true;
        }
    }

    /// <summary>Reads one value of a packed field and writes it without a tag.</summary>
    private void ReadPacked(FieldSchema field)
    {
        if (field.Kind != FieldKind.Enum)
            ReadNumberOrBool(field);
        else if (TryReadEnum(field, out var number))
            _output.AddVarint((ulong)number);
    }

    private void ReadNumberOrBool(FieldSchema field)
    {
        switch (field.Kind)
        {
            case FieldKind.Bool:
                _output.Add(ReadBool(field) ? (byte)1 : (byte)0);
                break;
            case FieldKind.Double:
                _output.AddFixed64(BitConverter.DoubleToUInt64Bits(ReadDouble(field)));
                break;
            case FieldKind.Float:
                _output.AddFixed32(BitConverter.SingleToUInt32Bits(ReadFloat(field)));
                break;
            default:
                ReadInteger(field);
                break;
        }
    }

    private bool ReadBool(FieldSchema field)
    {
        switch (Peek())
        {
            case (byte)'t':
                ReadLiteral("true"u8);
                return true;
            case (byte)'f':
                ReadLiteral("false"u8);
                return false;
            default:
                FailField("Expected true or false", field);
                return false;
        }
    }

    private void ReadInteger(FieldSchema field)
    {
        var start = _position;
        var isQuoted = start < _end && *start == '"';
        var position = isQuoted ? start + 1 : start;
        if (JsonNumber.TryReadShortInteger(ref position, _end, out var isNegative, out var magnitude) && position < _end
            && (isQuoted ? *position == '"' : *position is (byte)',' or (byte)'}' or (byte)']'))
        {
            _position = isQuoted ? position + 1 : position;
            WriteInteger(field, isNegative, magnitude, start);
            return;
        }

        WriteInteger(field, ReadNumberText(field), start);
    }

    private readonly void WriteInteger(FieldSchema field, ReadOnlySpan<byte> text, byte* start)
    {
        if (!JsonNumber.TryReadInteger(text, out var isNegative, out var magnitude))
            FailAt(start, $"Field '{field.JsonName}' needs an integer of {(Is64Bit(field.Kind) ? 64 : 32)} bits");
        WriteInteger(field, isNegative, magnitude, start);
    }

    private readonly void WriteInteger(FieldSchema field, bool isNegative, ulong magnitude, byte* start)
    {
        var isUnsigned = field.Kind is FieldKind.UInt32 or FieldKind.Fixed32 or FieldKind.UInt64 or FieldKind.Fixed64;
        var limit = (isUnsigned, Is64Bit(field.Kind)) switch
        {
            (true, true) => ulong.MaxValue,
            (true, false) => (ulong)uint.MaxValue,
            (false, true) => (ulong)long.MaxValue,
            (false, false) => (ulong)int.MaxValue,
        };
        if (isNegative)
            limit = isUnsigned ? 0 : limit + 1;
        if (magnitude > limit)
            FailAt(start, $"The number is out of range for field '{field.JsonName}'");
        var value = isNegative ? 0 - magnitude : magnitude;
        switch (field.Kind)
        {
            case FieldKind.SInt32:
                _output.AddVarint((uint)((int)value << 1) ^ (uint)((int)value >> 31));
                break;
            case FieldKind.SInt64:
                _output.AddVarint((value << 1) ^ (ulong)((long)value >> 63));
                break;
            case FieldKind.Fixed32 or FieldKind.SFixed32:
                _output.AddFixed32((uint)value);
                break;
            case FieldKind.Fixed64 or FieldKind.SFixed64:
                _output.AddFixed64(value);
                break;
            default:
                _output.AddVarint(value);
                break;
        }
    }

    private static bool Is64Bit(FieldKind kind) =>
        kind is FieldKind.Int64 or FieldKind.SInt64 or FieldKind.SFixed64 or FieldKind.UInt64 or FieldKind.Fixed64;

    private double ReadDouble(FieldSchema field)
    {
        var start = _position;
        var text = Peek() == '"' ? ReadText() : ReadNumberText(field);
        if (*start == '"')
        {
            if (text.SequenceEqual("NaN"u8))
                return double.NaN;
            if (text.SequenceEqual("Infinity"u8))
                return double.PositiveInfinity;
            if (text.SequenceEqual("-Infinity"u8))
                return double.NegativeInfinity;
            CheckNumber(text, field, start);
        }
        var value = JsonNumber.ReadDouble(text);
        if (double.IsInfinity(value))
            FailAt(start, $"The number is out of range for field '{field.JsonName}'");
        return value;
    }

    private float ReadFloat(FieldSchema field)
    {
        var start = _position;
        var value = ReadDouble(field);
        var single = (float)value;
        if (float.IsInfinity(single) && double.IsFinite(value))
            FailAt(start, $"The number is out of range for field '{field.JsonName}'");
        return single;
    }

    /// <summary>Reads the text of a number that may be in quotes.</summary>
    private ReadOnlySpan<byte> ReadNumberText(FieldSchema field)
    {
        var start = _position;
        if (Peek() == '"')
        {
            var text = ReadText();
            CheckNumber(text, field, start);
            return text;
        }
        if (Peek() != '-' && (uint)(Peek() - '0') >= 10)
            FailField("Expected a number", field);
        return ReadNumberToken();
    }

    private readonly void CheckNumber(ReadOnlySpan<byte> text, FieldSchema field, byte* start)
    {
        if (!IsNumber(text))
            FailAt(start, $"'{Encoding.UTF8.GetString(text)}' is not a number for field '{field.JsonName}'");
    }

    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        fixed (byte* digits = text)
            return !text.IsEmpty && JsonNumber.FindEnd(digits, digits + text.Length) == digits + text.Length;
    }

    /// <summary>Reads an enum value by name or number; returns false for an unknown name if unknown names are ignored.</summary>
    private bool TryReadEnum(FieldSchema field, out long number)
    {
        number = 0;
        var start = _position;
        if (Peek() == 'n' && field.Enum.IsNullValue)
        {
            ReadLiteral("null"u8);
            return true;
        }
        var isName = Peek() == '"';
        var text = isName ? ReadText() : ReadNumberText(field);
        if (isName)
        {
            if (field.Enum.Find(text) is { } value)
            {
                number = value.Number;
                return true;
            }
            if (!IsNumber(text))
            {
                if (!_ignoresUnknown)
                    FailAt(start, $"Enum {field.Enum.FullName} has no value '{Encoding.UTF8.GetString(text)}'");
                return false;
            }
        }
        if (!JsonNumber.TryReadInteger(text, out var isNegative, out var magnitude) || magnitude > (isNegative ? 1UL << 31 : int.MaxValue))
            FailAt(start, $"The number is out of range for field '{field.JsonName}'");
        number = isNegative ? -(long)magnitude : (long)magnitude;
        return true;
    }

    private void ReadString(FieldSchema field)
    {
        if (Peek() != '"')
            FailField("Expected a string", field);
        var text = ReadText();
        _output.AddVarint((uint)text.Length);
        _output.Add(text);
    }

    private void ReadBytes(FieldSchema field)
    {
        if (Peek() != '"')
            FailField("Expected a string in base64", field);
        var start = _position;
        var text = ReadText();
        if (!Base64Text.TryDecode(text, ref _output))
            FailAt(start, $"The string of field '{field.JsonName}' is not base64");
    }
}
