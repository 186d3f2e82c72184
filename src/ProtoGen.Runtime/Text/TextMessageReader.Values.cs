using System.Globalization;
using System.Text.Unicode;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Text;

internal unsafe ref partial struct TextMessageReader
{
    private const ulong PositiveNaN = 0x7FF8_0000_0000_0000;

    private void ReadScalar(FieldSchema field)
    {
        switch (field.Kind)
        {
            case FieldKind.String or FieldKind.Bytes:
                ReadString(field);
                break;
            case FieldKind.Bool:
                _output.Add(ReadBool(field) ? (byte)1 : (byte)0);
                break;
            case FieldKind.Double:
                _output.AddFixed64(BitConverter.DoubleToUInt64Bits(ReadDouble()));
                break;
            case FieldKind.Float:
                _output.AddFixed32(BitConverter.SingleToUInt32Bits((float)ReadDouble()));
                break;
            case FieldKind.Int32:
                _output.AddVarint((ulong)ReadSigned(int.MaxValue));
                break;
            case FieldKind.Int64:
                _output.AddVarint((ulong)ReadSigned(long.MaxValue));
                break;
            case FieldKind.SInt32:
                var narrow = (int)ReadSigned(int.MaxValue);
                _output.AddVarint((uint)(narrow << 1) ^ (uint)(narrow >> 31));
                break;
            case FieldKind.SInt64:
                var wide = ReadSigned(long.MaxValue);
                _output.AddVarint((ulong)(wide << 1) ^ (ulong)(wide >> 63));
                break;
            case FieldKind.SFixed32:
                _output.AddFixed32((uint)ReadSigned(int.MaxValue));
                break;
            case FieldKind.SFixed64:
                _output.AddFixed64((ulong)ReadSigned(long.MaxValue));
                break;
            case FieldKind.UInt32:
                _output.AddVarint(ReadUnsigned(uint.MaxValue));
                break;
            case FieldKind.Fixed32:
                _output.AddFixed32((uint)ReadUnsigned(uint.MaxValue));
                break;
            case FieldKind.Fixed64:
                _output.AddFixed64(ReadUnsigned(ulong.MaxValue));
                break;
            default:
                _output.AddVarint(ReadUnsigned(ulong.MaxValue));
                break;
        }
    }

    private void ReadString(FieldSchema field)
    {
        if (_tokens.Kind != TextTokenKind.String)
            _tokens.Fail($"Expected string, got: {_tokens.TokenText}");
        var content = _output.Open(_isLarge);
        while (_tokens.Kind == TextTokenKind.String)
        {
            _tokens.AppendString(ref _output);
            _tokens.Next();
        }
        if (field.ValidatesUtf8 && _validatesUtf8 && !Utf8.IsValid(_output.Written[content..]))
            _tokens.Fail($"String field \"{field.Name}\" contains invalid UTF-8 data.");
        _output.Close(content, _isLarge);
    }

    private bool ReadBool(FieldSchema field)
    {
        if (_tokens.Kind == TextTokenKind.Integer)
            return ReadUnsigned(1) != 0;
        if (_tokens.Kind != TextTokenKind.Identifier)
            _tokens.Fail($"Expected identifier, got: {_tokens.TokenText}");
        var text = _tokens.TokenText;
        _tokens.Next();
        if (text is not ("true" or "True" or "t" or "false" or "False" or "f"))
            _tokens.Fail($"Invalid value for boolean field \"{field.Name}\". Value: \"{text}\".");
        return text is "true" or "True" or "t";
    }

    /// <summary>Reads an enum value by name or number; returns false for an unknown one if unknown values are ignored.</summary>
    private bool TryReadEnum(FieldSchema field, out long number)
    {
        number = 0;
        var type = field.Enum;
        string text;
        EnumValueSchema? value = null;
        if (_tokens.Kind == TextTokenKind.Identifier)
        {
            text = _tokens.TokenText;
            value = type.Find(_tokens.Token);
            // Custom JSON names are not valid in text format.
            if (value?.Name != text)
                value = null;
            _tokens.Next();
        }
        else if (_tokens.Is('-') || _tokens.Kind == TextTokenKind.Integer)
        {
            number = ReadSigned(int.MaxValue);
            text = number.ToString(CultureInfo.InvariantCulture);
            if (!type.IsClosed || type.Find((int)number) != null)
                return true;
        }
        else
        {
            _tokens.Fail($"Expected integer or identifier, got: {_tokens.TokenText}");
            return false;
        }
        if (value == null && !_ignoresUnknown)
            _tokens.Fail($"Unknown enumeration value of \"{text}\" for field \"{field.Name}\".");
        number = value?.Number ?? 0;
        return value != null;
    }

    private long ReadSigned(long largest)
    {
        var isNegative = _tokens.Is('-');
        if (isNegative)
            _tokens.Next();
        var magnitude = ReadUnsigned((ulong)largest + (isNegative ? 1UL : 0));
        return isNegative ? (long)(0 - magnitude) : (long)magnitude;
    }

    private ulong ReadUnsigned(ulong largest)
    {
        if (_tokens.Kind != TextTokenKind.Integer)
            _tokens.Fail($"Expected integer, got: {_tokens.TokenText}");
        if (!TryParseInteger(_tokens.Token, largest, out var value))
            _tokens.Fail($"Integer out of range ({_tokens.TokenText})");
        _tokens.Next();
        return value;
    }

    private static bool TryParseInteger(ReadOnlySpan<byte> text, ulong largest, out ulong value)
    {
        value = 0;
        var radix = 10u;
        if (text.Length > 1 && text[0] == '0')
        {
            radix = text[1] is (byte)'x' or (byte)'X' ? 16u : 8u;
            text = text[(radix == 16 ? 2 : 1)..];
        }
        foreach (var c in text)
        {
            var digit = (uint)(char.IsAsciiDigit((char)c) ? c - '0' : (c | 0x20) - 'a' + 10);
            if (digit >= radix || value > (largest - digit) / radix || digit > largest)
                return false;
            value = value * radix + digit;
        }
        return true;
    }

    private double ReadDouble()
    {
        var isNegative = _tokens.Is('-');
        if (isNegative)
            _tokens.Next();
        var value = ReadUnsignedDouble();
        return isNegative ? -value : value;
    }

    private double ReadUnsignedDouble()
    {
        double value;
        switch (_tokens.Kind)
        {
            case TextTokenKind.Integer:
                if (_tokens.Token.Length > 1 && _tokens.Token[0] == '0')
                    _tokens.Fail($"Expect a decimal number, got: {_tokens.TokenText}");
                value = ParseDouble(_tokens.Token);
                break;
            case TextTokenKind.Float:
                value = ParseDouble(_tokens.Token.TrimEnd("fF"u8));
                break;
            case TextTokenKind.Identifier when IsFloatName(_tokens.TokenText):
                // double.NaN has the sign bit set, but the NaN of C++ does not.
                value = _tokens.Token[0] is (byte)'n' or (byte)'N' ? BitConverter.UInt64BitsToDouble(PositiveNaN) : double.PositiveInfinity;
                break;
            case TextTokenKind.Identifier:
                _tokens.Fail($"Expected double, got: {_tokens.TokenText.ToLowerInvariant()}");
                return 0;
            default:
                _tokens.Fail($"Expected double, got: {_tokens.TokenText}");
                return 0;
        }
        _tokens.Next();
        return value;
    }

    /// <summary>Parses a number. An exponent without digits is ignored, because the tokenizer has reported it.</summary>
    private static double ParseDouble(ReadOnlySpan<byte> text) =>
        double.Parse(text.TrimEnd("eE+-"u8), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool IsFloatName(string text) =>
        text.Equals("inf", StringComparison.OrdinalIgnoreCase) || text.Equals("infinity", StringComparison.OrdinalIgnoreCase)
        || text.Equals("nan", StringComparison.OrdinalIgnoreCase);
}
