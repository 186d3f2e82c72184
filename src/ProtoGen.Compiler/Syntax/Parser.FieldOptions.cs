using System.Globalization;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

internal sealed partial class Parser
{
    private bool ParseFieldOptions(FieldNode field, in LocationScope fieldLocation)
    {
        if (!LookingAt('['))
        {
            return true;
        }

        using var location = Locate(in fieldLocation, DescriptorFields.Field.Options);
        _lexer.Next();
        do
        {
            var isParsed = Current.Keyword switch
            {
                Keyword.Default => ParseDefault(field, in fieldLocation),
                Keyword.JsonName => ParseJsonName(field, in fieldLocation),
                _ => ParseOptionAssignment(field.Options, in location),
            };
            if (!isParsed)
            {
                return false;
            }
        }
        while (TryConsume(','));
        return Consume(']');
    }

    private bool ParseJsonName(FieldNode field, in LocationScope fieldLocation)
    {
        if (field.JsonName is not null)
        {
            AddError(SyntaxDiagnostics.SecondJsonName);
        }

        using var location = Locate(in fieldLocation, DescriptorFields.Field.JsonName);
        field.JsonNameSpan = Current.Span;
        _lexer.Next();
        if (!Consume('='))
        {
            return false;
        }

        using var valueLocation = Locate(in location);
        var isString = ConsumeString(out var name, SyntaxDiagnostics.ExpectedJsonName);
        field.JsonName = name;
        return isString;
    }

    private bool ParseDefault(FieldNode field, in LocationScope fieldLocation)
    {
        if (field.DefaultValue is not null)
        {
            AddError(SyntaxDiagnostics.SecondDefault);
        }

        _lexer.Next();
        if (!Consume('='))
        {
            return false;
        }

        using var location = Locate(in fieldLocation, DescriptorFields.Field.DefaultValue);
        var start = Current.Start;
        var isParsed = ParseDefaultValue(field.Type, out var value);
        field.DefaultValue = value;
        field.DefaultValueSpan = SpanFrom(start);
        return isParsed;
    }

    private bool ParseDefaultValue(FieldType type, out string value)
    {
        switch (type)
        {
            case FieldType.Unresolved:
                // An enum's value, or an error that the linker reports better.
                value = Utf8.GetString(_text, Current.Start, Current.End - Current.Start);
                _lexer.Next();
                return true;
            case FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32:
                return ParseSignedDefault(int.MaxValue, out value);
            case FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64:
                return ParseSignedDefault(long.MaxValue, out value);
            case FieldType.UInt32 or FieldType.Fixed32:
                return ParseUnsignedDefault(uint.MaxValue, out value);
            case FieldType.UInt64 or FieldType.Fixed64:
                return ParseUnsignedDefault(ulong.MaxValue, out value);
            case FieldType.Float or FieldType.Double:
                return ParseFloatDefault(out value);
            case FieldType.Bool:
                return ParseBoolDefault(out value);
            case FieldType.String:
                return ConsumeString(out value, SyntaxDiagnostics.ExpectedStringDefault);
            case FieldType.Bytes:
                var isString = ConsumeBytes(out var bytes, SyntaxDiagnostics.ExpectedString);
                value = BytesLiteral.Escape(bytes);
                return isString;
            default:
                value = "";
                AddError(SyntaxDiagnostics.MessageDefault);
                return false;
        }
    }

    private bool ParseSignedDefault(ulong maximum, out string value)
    {
        var isNegative = TryConsume('-');
        var isInteger = ConsumeInteger64(isNegative ? maximum + 1 : maximum, out var number, SyntaxDiagnostics.ExpectedIntegerDefault);
        value = (isNegative ? "-" : "") + number.ToString(CultureInfo.InvariantCulture);
        return isInteger;
    }

    private bool ParseUnsignedDefault(ulong maximum, out string value)
    {
        if (TryConsume('-'))
        {
            AddError(SyntaxDiagnostics.NegativeUnsignedDefault);
        }

        var isInteger = ConsumeInteger64(maximum, out var number, SyntaxDiagnostics.ExpectedIntegerDefault);
        value = number.ToString(CultureInfo.InvariantCulture);
        return isInteger;
    }

    private bool ParseFloatDefault(out string value)
    {
        var isNegative = TryConsume('-');
        var isNumber = ConsumeNumber(out var number);
        value = (isNegative ? "-" : "") + NumberText.FormatDouble(number);
        return isNumber;
    }

    private bool ParseBoolDefault(out string value)
    {
        value = LookingAt(Keyword.True) ? "true" : "false";
        if (TryConsume(Keyword.True) || TryConsume(Keyword.False))
        {
            return true;
        }

        AddError(SyntaxDiagnostics.ExpectedBool);
        return false;
    }
}
