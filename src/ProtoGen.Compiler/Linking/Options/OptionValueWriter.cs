using System.Globalization;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Options.Binary;
using ProtoGen.Compiler.Linking.Options.TextFormat;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options;

/// <summary>Checks an option's value against the type of its field and encodes it.</summary>
internal sealed class OptionValueWriter(LinkContext context, OptionBindings bindings)
{
    private readonly EnumValueLookup _enumValues = new();
    private TextFormatParser? _textFormat;

    /// <summary>
    /// Writes the field with the option's value. Returns false and reports an error if the value is not valid for the field.
    /// </summary>
    public bool TryWrite(WireWriter writer, OptionsToInterpret element, OptionNode option, FieldDescriptor field) => field.Type switch
    {
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 =>
            WriteSigned(writer, element, option, field, "int32", int.MinValue, int.MaxValue),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 =>
            WriteSigned(writer, element, option, field, "int64", long.MinValue, long.MaxValue),
        FieldType.UInt32 or FieldType.Fixed32 => WriteUnsigned(writer, element, option, field, "uint32", uint.MaxValue),
        FieldType.UInt64 or FieldType.Fixed64 => WriteUnsigned(writer, element, option, field, "uint64", ulong.MaxValue),
        FieldType.Float => WriteFloat(writer, element, option, field, "float"),
        FieldType.Double => WriteFloat(writer, element, option, field, "double"),
        FieldType.Bool => WriteBool(writer, element, option, field),
        FieldType.Enum => WriteEnum(writer, element, option, field),
        FieldType.String or FieldType.Bytes => WriteString(writer, element, option, field),
        _ => WriteMessage(writer, element, option, field),
    };

    private bool WriteSigned(
        WireWriter writer, OptionsToInterpret element, OptionNode option, FieldDescriptor field, string type, long minimum, long maximum)
    {
        var isPositive = option.Kind == OptionValueKind.PositiveInteger;
        if (!isPositive && option.Kind != OptionValueKind.NegativeInteger)
        {
            return Fail(element, option, OptionDiagnostics.IntegerExpected, Text(minimum), Text(maximum), type, field.FullName);
        }

        if (isPositive ? option.UnsignedValue > (ulong)maximum : option.SignedValue < minimum)
        {
            return Fail(element, option, OptionDiagnostics.IntegerRange, Text(minimum), Text(maximum), type, field.FullName);
        }

        WriteInteger(writer, field, isPositive ? option.UnsignedValue : (ulong)option.SignedValue);
        return true;
    }

    private bool WriteUnsigned(
        WireWriter writer, OptionsToInterpret element, OptionNode option, FieldDescriptor field, string type, ulong maximum)
    {
        if (option.Kind != OptionValueKind.PositiveInteger)
        {
            return Fail(element, option, OptionDiagnostics.IntegerExpected, "0", Text(maximum), type, field.FullName);
        }

        if (option.UnsignedValue > maximum)
        {
            return Fail(element, option, OptionDiagnostics.IntegerRange, "0", Text(maximum), type, field.FullName);
        }

        WriteInteger(writer, field, option.UnsignedValue);
        return true;
    }

    private bool WriteFloat(WireWriter writer, OptionsToInterpret element, OptionNode option, FieldDescriptor field, string type)
    {
        var isFloat = field.Type == FieldType.Float;
        double? value = option.Kind switch
        {
            OptionValueKind.Double => option.DoubleValue,
            OptionValueKind.PositiveInteger => isFloat ? FloatRounding.FromInteger(option.UnsignedValue) : (double)option.UnsignedValue,
            OptionValueKind.NegativeInteger => isFloat ? FloatRounding.FromNegative(option.SignedValue) : (double)option.SignedValue,
            OptionValueKind.Identifier when option.Text == "inf" => double.PositiveInfinity,
            OptionValueKind.Identifier when option.Text == "nan" => NumberText.NaN,
            _ => null,
        };
        if (value is null) return Fail(element, option, OptionDiagnostics.NumberExpected, type, field.FullName);
        writer.WriteTag(field.Number, ScalarWriter.WireTypeOf(field.Type));
        ScalarWriter.WriteFloat(writer, field.Type, value.Value);
        return true;
    }

    private bool WriteBool(WireWriter writer, OptionsToInterpret element, OptionNode option, FieldDescriptor field)
    {
        if (option.Kind != OptionValueKind.Identifier)
            return Fail(element, option, OptionDiagnostics.BooleanIdentifierExpected, field.FullName);
        if (option.Text is not ("true" or "false")) return Fail(element, option, OptionDiagnostics.BooleanExpected, field.FullName);
        writer.WriteBool(field.Number, option.Text == "true");
        return true;
    }

    private bool WriteEnum(WireWriter writer, OptionsToInterpret element, OptionNode option, FieldDescriptor field)
    {
        if (option.Kind != OptionValueKind.Identifier)
            return Fail(element, option, OptionDiagnostics.EnumIdentifierExpected, field.FullName);
        var type = field.EnumType!;
        var scope = type.FullName.Substring(0, type.FullName.Length - type.Name.Length);
        if (context.Symbols.FindAnywhere(scope + option.Text).Descriptor is EnumValueDescriptor sibling && sibling.Type != type)
        {
            return Fail(element, option, OptionDiagnostics.EnumValueOfSibling, type.FullName, option.Text, field.FullName);
        }

        if (_enumValues.Find(type, option.Text) is not { } value)
        {
            return Fail(element, option, OptionDiagnostics.EnumValueUnknown, type.FullName, option.Text, field.FullName);
        }

        writer.WriteInt32(field.Number, value.Number);
        return true;
    }

    private bool WriteString(WireWriter writer, OptionsToInterpret element, OptionNode option, FieldDescriptor field)
    {
        if (option.Kind != OptionValueKind.String) return Fail(element, option, OptionDiagnostics.StringExpected, field.FullName);
        writer.WriteBytes(field.Number, option.Bytes);
        return true;
    }

    private bool WriteMessage(WireWriter writer, OptionsToInterpret element, OptionNode option, FieldDescriptor field)
    {
        if (option.Kind != OptionValueKind.Aggregate)
        {
            return Fail(element, option, OptionDiagnostics.AggregateExpected, field.FullName, field.Name);
        }

        _textFormat ??= new TextFormatParser(context.Symbols, bindings, _enumValues);
        var start = MessageFieldWriter.Begin(writer, field);
        if (!_textFormat.TryParse(option.Bytes, field.MessageType!, writer, out var error))
        {
            return Fail(element, option, OptionDiagnostics.AggregateMalformed, field.Name, error);
        }

        MessageFieldWriter.End(writer, field, start);
        return true;
    }

    private static void WriteInteger(WireWriter writer, FieldDescriptor field, ulong value)
    {
        writer.WriteTag(field.Number, ScalarWriter.WireTypeOf(field.Type));
        ScalarWriter.WriteInteger(writer, field.Type, value);
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private bool Fail(OptionsToInterpret element, OptionNode option, DiagnosticKind kind, params string[] arguments)
    {
        context.Report(kind, element, option, ErrorLocation.OptionValue, arguments);
        return false;
    }
}
