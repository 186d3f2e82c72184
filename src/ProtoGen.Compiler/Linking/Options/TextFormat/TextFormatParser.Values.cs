using System.Globalization;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options.TextFormat;

/// <content>Reads values other than messages.</content>
internal sealed partial class TextFormatParser
{
    private readonly ByteBuffer _string = new();

    private bool ReadValue(FieldDescriptor field) => field.Type switch
    {
        FieldType.Double or FieldType.Float => ReadFloat(field),
        FieldType.String or FieldType.Bytes => ReadString(field),
        FieldType.Bool => ReadBool(field),
        FieldType.Enum => ReadEnum(field),
        FieldType.UInt32 or FieldType.Fixed32 => ReadUnsigned(field, uint.MaxValue),
        FieldType.UInt64 or FieldType.Fixed64 => ReadUnsigned(field, ulong.MaxValue),
        FieldType.Int64 or FieldType.SFixed64 or FieldType.SInt64 => ReadSigned(field, long.MaxValue),
        _ => ReadSigned(field, int.MaxValue),
    };

    private bool ReadUnsigned(FieldDescriptor field, ulong maximum)
    {
        if (!ConsumeInteger(maximum, out var value)) return false;
        SetInteger(field, value);
        return true;
    }

    private bool ReadSigned(FieldDescriptor field, ulong maximum)
    {
        if (!ConsumeSigned(maximum, out var value)) return false;
        SetInteger(field, (ulong)value);
        return true;
    }

    private bool ReadBool(FieldDescriptor field)
    {
        if (_lexer.Kind == TextTokenKind.Integer) return ReadUnsigned(field, maximum: 1);
        if (!ConsumeIdentifier(out var word)) return false;
        var isTrue = word is "true" or "True" or "t";
        if (!isTrue && word is not ("false" or "False" or "f"))
        {
            return Fail($"Invalid value for boolean field \"{field.Name}\". Value: \"{word}\".");
        }

        SetInteger(field, isTrue ? 1u : 0u);
        return true;
    }

    private bool ReadEnum(FieldDescriptor field)
    {
        if (_lexer.Kind == TextTokenKind.Identifier)
        {
            ConsumeIdentifier(out var name);
            return enumValues.Find(field.EnumType!, name) is { } named
                ? SetEnum(field, named.Number)
                : Fail($"Unknown enumeration value of \"{name}\" for field \"{field.Name}\".");
        }

        if (!_lexer.IsAt('-') && _lexer.Kind != TextTokenKind.Integer)
        {
            return Fail($"Expected integer or identifier, got: {_lexer.Text}");
        }

        if (!ConsumeSigned(int.MaxValue, out var number)) return false;
        return !IsTreatedAsClosed(field) || field.EnumType!.Values.Any(value => value.Number == number)
            ? SetEnum(field, number)
            : Fail($"Unknown enumeration value of \"{number.ToString(CultureInfo.InvariantCulture)}\" for field \"{field.Name}\".");
    }

    /// <summary>Returns whether protoc treats the enum as closed, as it does for every enum in the fields of proto2 files.</summary>
    private static bool IsTreatedAsClosed(FieldDescriptor field) => field.EnumType!.IsClosed || field.File.Edition == Edition.Proto2;

    private bool SetEnum(FieldDescriptor field, long number)
    {
        SetInteger(field, (ulong)number);
        return true;
    }

    private bool ReadString(FieldDescriptor field)
    {
        if (!ConsumeString(out var bytes)) return false;
        if (IsKept(field, isZero: bytes.Length == 0)) AddBytes(field, bytes);
        return true;
    }

    /// <summary>Reads a message of a weak field, given as a string in the binary format. protoc accepts malformed messages here.</summary>
    private bool ReadWeakMessage(FieldDescriptor field)
    {
        if (!ConsumeString(out var bytes)) return false;
        Top.MarkSet(field);
        AddBytes(field, MessageNormalizer.Normalize(bytes, field.MessageType!, bindings) ?? []);
        return EndField();
    }

    private void AddBytes(FieldDescriptor field, byte[] bytes)
    {
        Top.Records.Begin(field.Number);
        Top.Records.Content.WriteBytes(field.Number, bytes);
        Top.Records.Commit();
    }

    private bool ConsumeString(out byte[] bytes)
    {
        bytes = [];
        if (_lexer.Kind != TextTokenKind.String) return Fail($"Expected string, got: {_lexer.Text}");
        _string.Clear();
        for (; _lexer.Kind == TextTokenKind.String; _lexer.Next()) StringLiteral.AppendTo(_string, _lexer.Bytes, _lexer.Start, _lexer.End);
        bytes = _string.ToArray();
        return true;
    }

    private bool ReadFloat(FieldDescriptor field)
    {
        if (!ConsumeDouble(out var value)) return false;
        var isZero = value == 0 && !(1 / value < 0);
        if (IsKept(field, isZero))
        {
            BeginScalar(field);
            ScalarWriter.WriteFloat(
                Top.Records.Content, field.Type, field.Type == FieldType.Float ? FloatRounding.FromDouble(value) : value);
            Top.Records.Commit();
        }

        return true;
    }

    private void SetInteger(FieldDescriptor field, ulong value)
    {
        if (!IsKept(field, isZero: value == 0)) return;
        BeginScalar(field);
        ScalarWriter.WriteInteger(Top.Records.Content, field.Type, value);
        Top.Records.Commit();
    }

    private void BeginScalar(FieldDescriptor field)
    {
        Top.Records.Begin(field.Number, field.IsPacked);
        if (!field.IsPacked) Top.Records.Content.WriteTag(field.Number, ScalarWriter.WireTypeOf(field.Type));
    }

    /// <summary>Returns whether a value is written. The zero of a field without presence counts as not set.</summary>
    private bool IsKept(FieldDescriptor field, bool isZero)
    {
        if (field.IsRepeated) return true;
        if (isZero && field.Features is { FieldPresence: FieldPresence.Implicit } && !field.HasPresence) return false;
        Top.MarkSet(field);
        return true;
    }

    private bool ConsumeInteger(ulong maximum, out ulong value)
    {
        value = 0;
        if (_lexer.Kind != TextTokenKind.Integer) return Fail($"Expected integer, got: {_lexer.Text}");
        if (!IntegerLiteral.TryParse(_lexer.Bytes, _lexer.Start, _lexer.End, maximum, out value))
        {
            return Fail($"Integer out of range ({_lexer.Text})");
        }

        _lexer.Next();
        return true;
    }

    private bool ConsumeSigned(ulong maximum, out long value)
    {
        var isNegative = TryConsume('-');
        var isRead = ConsumeInteger(isNegative ? maximum + 1 : maximum, out var magnitude);
        value = isNegative ? (long)(0 - magnitude) : (long)magnitude;
        return isRead;
    }

    private bool ConsumeDouble(out double value)
    {
        var isNegative = TryConsume('-');
        if (!ConsumeMagnitude(out value)) return false;
        if (isNegative) value = -value;
        return true;
    }

    private bool ConsumeMagnitude(out double value)
    {
        value = 0;
        switch (_lexer.Kind)
        {
            case TextTokenKind.Integer:
                if (IsHexOrOctal()) return Fail($"Expect a decimal number, got: {_lexer.Text}");
                value = FloatLiteral.Parse(_lexer.Bytes, _lexer.Start, _lexer.End);
                break;
            case TextTokenKind.Float:
                var hasSuffix = (_lexer.Bytes[_lexer.End - 1] | 0x20) == 'f';
                value = FloatLiteral.Parse(_lexer.Bytes, _lexer.Start, hasSuffix ? _lexer.End - 1 : _lexer.End);
                break;
            case TextTokenKind.Identifier:
                var word = _lexer.Text.ToLowerInvariant();
                if (word is "inf" or "infinity") value = double.PositiveInfinity;
                else if (word == "nan") value = NumberText.NaN;
                else return Fail($"Expected double, got: {word}");
                break;
            default:
                return Fail($"Expected double, got: {_lexer.Text}");
        }

        _lexer.Next();
        return true;
    }

    private bool IsHexOrOctal() =>
        _lexer.End - _lexer.Start > 1 && _lexer.Bytes[_lexer.Start] == '0'
        && (CharClass.IsAlphanumeric(_lexer.Bytes[_lexer.Start + 1]));
}
