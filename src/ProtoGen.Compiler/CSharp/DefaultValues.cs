using System.Globalization;
using System.Text;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.CSharp;

/// <summary>Formats default values as C# expressions.</summary>
internal static class DefaultValues
{
    /// <summary>Returns the default value of a singular field or an element; <c>null</c> for messages.</summary>
    public static string Expression(FieldDescriptor field) => field.Type switch
    {
        FieldType.Message or FieldType.Group => "null",
        FieldType.Enum => EnumMember(field),
        FieldType.String => StringLiteral(Bytes(field)),
        FieldType.Bytes => ByteString(Bytes(field)),
        FieldType.Bool => field.DefaultValue is true ? "true" : "false",
        _ => Number(field.Type, field.DefaultValue),
    };

    /// <summary>Returns the default value inside a wrapper: zero, <c>false</c>, <c>""</c> or an empty ByteString.</summary>
    public static string Zero(FieldType type) => type switch
    {
        FieldType.String => "\"\"",
        FieldType.Bytes => "pb::ByteString.Empty",
        FieldType.Bool => "false",
        _ => Number(type, null),
    };

    /// <summary>Returns whether a new variable of the type has the default value.</summary>
    public static bool IsZero(FieldDescriptor field) => field.Type switch
    {
        FieldType.Message or FieldType.Group => true,
        FieldType.String or FieldType.Bytes => false,
        FieldType.Enum => DefaultMember(field) is not { Number: not 0 },
        _ => field.DefaultValue switch
        {
            null or false or 0 or 0u or 0L or 0UL => true,
            double d => BitConverter.DoubleToInt64Bits(d) == 0,
            float f => BitConverter.DoubleToInt64Bits(f) == 0,
            _ => false,
        },
    };

    private static string Number(FieldType type, object? value) => type switch
    {
        FieldType.Double => Double(value is double d ? d : 0),
        FieldType.Float => Float(value is float f ? f : 0),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Text(value) + "L",
        FieldType.UInt64 or FieldType.Fixed64 => Text(value) + "UL",
        _ => Text(value),
    };

    private static string Text(object? value) => value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : "0";

    private static string Double(double value)
    {
        if (double.IsNaN(value)) return "double.NaN";
        if (double.IsInfinity(value)) return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        return Signed(value, Shortest(value, 15, 17, text => double.Parse(text, CultureInfo.InvariantCulture) == value)) + "D";
    }

    private static string Float(float value)
    {
        if (float.IsNaN(value)) return "float.NaN";
        if (float.IsInfinity(value)) return value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        return Signed(value, Shortest(value, 6, 9, text => float.Parse(text, CultureInfo.InvariantCulture) == value)) + "F";
    }

    /// <summary>Formats a number with the fewest digits that parse to the same value.</summary>
    /// <remarks>Format "R" does the same on .NET, but not on .NET Framework.</remarks>
    private static string Shortest(IFormattable value, int fewest, int most, Func<string, bool> readsBack)
    {
        for (var digits = fewest; digits < most; digits++)
        {
            var text = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (readsBack(text)) return text;
        }

        return value.ToString("G" + most.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>Adds the sign of negative zero, which .NET Framework omits.</summary>
    private static string Signed(double value, string text) =>
        value == 0 && BitConverter.DoubleToInt64Bits(value) < 0 && text[0] != '-' ? "-" + text : text;

    private static byte[] Bytes(FieldDescriptor field) => field.DefaultValue as byte[] ?? [];

    private static string StringLiteral(byte[] utf8)
    {
        var result = new StringBuilder("\"");
        foreach (var c in Encoding.UTF8.GetString(utf8))
        {
            if (c is '"' or '\\') result.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~') result.Append(c);
            else result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return result.Append('"').ToString();
    }

    private static string ByteString(byte[] bytes) => bytes.Length == 0
        ? "pb::ByteString.Empty"
        : "pb::ByteString.FromBase64(\"" + Base64Text.Encode(bytes, 0, bytes.Length) + "\")";

    private static EnumValueDescriptor? DefaultMember(FieldDescriptor field) =>
        field.DefaultValue as EnumValueDescriptor ?? (field.EnumType!.Values.Count > 0 ? field.EnumType.Values[0] : null);

    private static string EnumMember(FieldDescriptor field)
    {
        var type = field.EnumType!;
        var member = DefaultMember(field);
        for (var i = 0; i < type.Values.Count; i++)
        {
            if (type.Values[i] == member)
                return CSharpNames.TypeName(type) + "." + CSharpNames.Values(type)[i];
        }

        return "0";
    }
}
