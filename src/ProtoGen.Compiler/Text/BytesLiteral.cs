using System.Text;

namespace ProtoGen.Compiler.Text;

/// <summary>Escapes bytes as C does: the form of a bytes field's default in FieldDescriptorProto.</summary>
internal static class BytesLiteral
{
    public static string Escape(byte[] bytes)
    {
        var builder = new StringBuilder(bytes.Length + 8);
        foreach (var value in bytes)
        {
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
                case < 0x20 or >= 0x7F:
                    builder.Append('\\')
                        .Append((char)('0' + (value >> 6)))
                        .Append((char)('0' + ((value >> 3) & 7)))
                        .Append((char)('0' + (value & 7)));
                    break;
                default:
                    builder.Append((char)value);
                    break;
            }
        }

        return builder.ToString();
    }
}
