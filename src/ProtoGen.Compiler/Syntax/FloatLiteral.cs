using System.Text;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Reads the value of a number token as a double.</summary>
internal static class FloatLiteral
{
    /// <summary>The nearest double; an exponent without digits, which the lexer has reported, counts as none.</summary>
    public static double Parse(byte[] text, int start, int end)
    {
        string digits = Encoding.ASCII.GetString(text, start, end - start);
        if (!CharClass.IsDigit(text[end - 1]))
        {
            digits = digits.TrimEnd('+', '-', 'e', 'E');
        }

        return NumberText.ParseDouble(digits);
    }
}
