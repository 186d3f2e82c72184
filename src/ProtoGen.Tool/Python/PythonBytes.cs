using System.Text;

namespace ProtoGen.Tool.Python;

/// <summary>Escapes bytes for a Python literal, in hexadecimal.</summary>
internal static class PythonBytes
{
    public static string Escape(ReadOnlySpan<byte> bytes)
    {
        var builder = new StringBuilder(bytes.Length * 2);
        var isAfterHex = false;
        foreach (var value in bytes)
        {
            var isHex = false;
            switch (value)
            {
                case (byte)'\n':
                    builder.Append("\\n");
                    break;
                case (byte)'\r':
                    builder.Append("\\r");
                    break;
                case (byte)'\t':
                    builder.Append("\\t");
                    break;
                case (byte)'"' or (byte)'\'' or (byte)'\\':
                    builder.Append('\\').Append((char)value);
                    break;
                // A digit after an escape is escaped too, because in C it would be part of the escape.
                case < 0x20 or >= 0x7F:
                case var digit when isAfterHex && char.IsAsciiHexDigit((char)digit):
                    builder.Append("\\x").Append(Digit(value >> 4)).Append(Digit(value & 15));
                    isHex = true;
                    break;
                default:
                    builder.Append((char)value);
                    break;
            }

            isAfterHex = isHex;
        }

        return builder.ToString();
    }

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'a' + value - 10);
}
