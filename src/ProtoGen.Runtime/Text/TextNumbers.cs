using System.Globalization;

namespace ProtoGen.Runtime.Text;

/// <summary>Formats floating-point numbers as protoc's C++ runtime does.</summary>
internal static class TextNumbers
{
    // The number of digits that survive a round trip through every value, and the number that distinguishes all values.
    private const int DoubleDigits = 15;
    private const int AllDoubleDigits = 17;
    private const int FloatDigits = 6;
    private const int AllFloatDigits = 9;

    public static string Format(double value)
    {
        if (!double.IsFinite(value))
            return NotFinite(value);
        var text = General(value, DoubleDigits);
        return double.Parse(text, CultureInfo.InvariantCulture) == value ? text : General(value, AllDoubleDigits);
    }

    public static string Format(float value)
    {
        if (!float.IsFinite(value))
            return NotFinite(value);
        var text = General(value, FloatDigits);
        // C++ never uses the short form of a subnormal number, because strtof reports it as out of range.
        return float.IsSubnormal(value) || float.Parse(text, CultureInfo.InvariantCulture) != value ? General(value, AllFloatDigits) : text;
    }

    private static string NotFinite(double value) => double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";

    /// <summary>Formats a number as printf does with <c>%.*g</c>.</summary>
    private static string General(double value, int precision)
    {
        var scientific = value.ToString("E" + (precision - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var mark = scientific.IndexOf('E');
        var exponent = int.Parse(scientific[(mark + 1)..], CultureInfo.InvariantCulture);
        var sign = scientific[0] == '-' ? "-" : "";
        var digits = scientific[sign.Length..mark].Replace(".", "").TrimEnd('0');
        if (digits.Length == 0)
            return sign + "0";
        if (exponent < -4 || exponent >= precision)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return string.Create(
                CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }
        if (exponent < 0)
            return sign + "0." + new string('0', -exponent - 1) + digits;
        return exponent + 1 >= digits.Length
            ? sign + digits.PadRight(exponent + 1, '0')
            : sign + digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }
}
