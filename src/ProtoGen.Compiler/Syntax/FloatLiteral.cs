using System.Text;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Syntax;

/// <summary>Parses number tokens as doubles.</summary>
internal static class FloatLiteral
{
    /// <summary>Returns the nearest double. An exponent without digits, which the lexer has reported, is ignored.</summary>
    public static double Parse(byte[] text, int start, int end)
    {
        var digits = Encoding.ASCII.GetString(text, start, end - start);
        if (!CharClass.IsDigit(text[end - 1]))
        {
            digits = digits.TrimEnd('+', '-', 'e', 'E');
        }

        return NumberText.ParseDouble(digits);
    }
}
