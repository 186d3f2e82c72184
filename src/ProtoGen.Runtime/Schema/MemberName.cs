using System.Globalization;
using System.Text;

namespace ProtoGen.Runtime.Schema;

/// <summary>Holds the name of a JSON member as UTF-8, ready to be copied to the output.</summary>
internal sealed class MemberName
{
    /// <summary>The number of bytes that can always be copied from the first or second byte of <see cref="Text"/>.</summary>
    public const int Padded = 32;

    /// <summary>Prepares a name.</summary>
    public MemberName(string name)
    {
        var text = Encoding.UTF8.GetBytes($",{Quote(name)}:");
        Length = text.Length;
        Text = new byte[Math.Max(Length, Padded + 1)];
        text.CopyTo(Text, 0);
    }

    /// <summary>Gets a comma, the name in double quotes, a colon, and padding.</summary>
    public byte[] Text { get; }

    /// <summary>Gets the length of <see cref="Text"/> without the padding.</summary>
    public int Length { get; }

    /// <summary>Gets the name in double quotes.</summary>
    public ReadOnlySpan<byte> Quoted => Text.AsSpan(1, Length - 2);

    private static string Quote(string name)
    {
        // A json_name can contain any character.
        var builder = new StringBuilder("\"");
        foreach (var c in name)
        {
            if (c is '"' or '\\')
                builder.Append('\\').Append(c);
            else if (c < ' ')
                builder.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                builder.Append(c);
        }

        return builder.Append('"').ToString();
    }
}
