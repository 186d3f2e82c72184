using System.Globalization;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Tool.Python;

/// <summary>Formats the default of a field as a Python expression.</summary>
internal static class PythonDefault
{
    /// <summary>The expression for infinity. On all platforms Python reads a number that is too large as infinity.</summary>
    private const string Infinity = "1e10000";

    public static string Of(FieldDescriptor field)
    {
        if (field.IsRepeated)
        {
            return "[]";
        }

        return field.DefaultValue switch
        {
            null => "None",
            double value => Number(value, NumberText.FormatDouble(value)),
            float value => Number(value, NumberText.FormatFloat(value)),
            bool value => value ? "True" : "False",
            EnumValueDescriptor value => value.Number.ToString(CultureInfo.InvariantCulture),
            byte[] value => $"b\"{BytesLiteral.Escape(value)}\"" + (field.Type == FieldType.String ? ".decode('utf-8')" : ""),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            var value => throw new InvalidOperationException("Unexpected default: " + value),
        };
    }

    private static string Number(double value, string text)
    {
        if (double.IsNaN(value))
        {
            return $"({Infinity} * 0)";
        }

        return double.IsInfinity(value) ? (value < 0 ? "-" : "") + Infinity : $"float({text})";
    }
}
