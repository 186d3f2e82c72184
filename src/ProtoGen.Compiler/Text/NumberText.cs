using System.Globalization;
using System.Text;

namespace ProtoGen.Compiler.Text;

/// <summary>Formats and parses numbers as protoc does, independent of the culture.</summary>
public static class NumberText
{
    private const int DoubleDigits = 15;
    private const int FloatDigits = 6;
    private const float SmallestNormalFloat = 1.17549435E-38f;

    /// <summary>Gets the NaN of C++, whose sign bit is not set, unlike that of <see cref="double.NaN"/>.</summary>
    public static double NaN { get; } = BitConverter.Int64BitsToDouble(0x7FF8000000000000);

    /// <summary>Returns the decimal digits of an integer, with a minus for a negative one.</summary>
    public static string FormatInteger(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Formats a double in the form of C's %g: with 15 digits if they parse to the same value, else with 17; inf, -inf and nan.
    /// </summary>
    public static string FormatDouble(double value)
    {
        if (FormatSpecial(value) is { } special)
        {
            return special;
        }

        var text = FormatGeneral(value, DoubleDigits);
        return ParseDouble(text) == value ? text : FormatGeneral(value, DoubleDigits + 2);
    }

    /// <summary>
    /// Formats a float in the form of C's %g: with 6 digits if they parse to the same value, else with 9; inf, -inf and nan.
    /// </summary>
    public static string FormatFloat(float value)
    {
        if (FormatSpecial(value) is { } special)
        {
            return special;
        }

        var text = FormatGeneral(value, FloatDigits);
        var isSubnormal = value != 0 && Math.Abs(value) < SmallestNormalFloat;
        return !isSubnormal && ParseFloat(text) == value ? text : FormatGeneral(value, FloatDigits + 3);
    }

    /// <summary>Parses a well-formed decimal number. The result is infinity if the number is too large.</summary>
    public static double ParseDouble(string text)
    {
        try
        {
            return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }
    }

    private static float ParseFloat(string text)
    {
        try
        {
            return float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return text[0] == '-' ? float.NegativeInfinity : float.PositiveInfinity;
        }
    }

    private static string? FormatSpecial(double value) =>
        double.IsNaN(value) ? "nan" : double.IsPositiveInfinity(value) ? "inf" : double.IsNegativeInfinity(value) ? "-inf" : null;

    /// <summary>Formats a number as C's "%.*g" does.</summary>
    private static string FormatGeneral(double value, int precision)
    {
        if (value == 0)
        {
            return BitConverter.DoubleToInt64Bits(value) < 0 ? "-0" : "0";
        }

        var scientific = value.ToString("E" + (precision - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var mark = scientific.IndexOf('E');
        var exponent = int.Parse(scientific.Substring(mark + 1), CultureInfo.InvariantCulture);
        var isNegative = scientific[0] == '-';
        var digits = scientific.Substring(isNegative ? 1 : 0, mark - (isNegative ? 1 : 0)).Replace(".", "").TrimEnd('0');

        var builder = new StringBuilder();
        if (isNegative)
        {
            builder.Append('-');
        }

        if (exponent < -4 || exponent >= precision)
        {
            AppendScientific(builder, digits, exponent);
        }
        else
        {
            AppendFixed(builder, digits, exponent);
        }

        return builder.ToString();
    }

    private static void AppendScientific(StringBuilder builder, string digits, int exponent)
    {
        builder.Append(digits[0]);
        if (digits.Length > 1)
        {
            builder.Append('.').Append(digits, 1, digits.Length - 1);
        }

        builder.Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture));
    }

    private static void AppendFixed(StringBuilder builder, string digits, int exponent)
    {
        if (exponent < 0)
        {
            builder.Append("0.").Append('0', -exponent - 1).Append(digits);
            return;
        }

        var whole = exponent + 1;
        if (digits.Length <= whole)
        {
            builder.Append(digits).Append('0', whole - digits.Length);
            return;
        }

        builder.Append(digits, 0, whole).Append('.').Append(digits, whole, digits.Length - whole);
    }
}
