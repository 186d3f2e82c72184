using System.Text;

namespace ProtoGen.Runtime.Schema;

/// <summary>Reads google.protobuf.Any and its type URLs.</summary>
internal static class AnyTypes
{
    public const uint TypeUrlTag = (1 << 3) | Wire.Delimited;
    public const uint ValueTag = (2 << 3) | Wire.Delimited;

    /// <summary>Reads the fields of an Any. Returns false if it also contains unknown fields.</summary>
    public static bool Read(WireCursor input, out ReadOnlySpan<byte> typeUrl, out WireCursor value)
    {
        typeUrl = default;
        value = default;
        var hasOnlyKnownFields = true;
        while (!input.IsAtEnd)
        {
            var tag = input.ReadTag();
            if (tag == TypeUrlTag)
            {
                typeUrl = input.ReadDelimited().Remaining;
            }
            else if (tag == ValueTag)
            {
                value = input.ReadDelimited();
            }
            else
            {
                input.Skip(tag);
                hasOnlyKnownFields = false;
            }
        }
        return hasOnlyKnownFields;
    }

    /// <summary>Returns the full message name, which is the part after the last slash.</summary>
    public static string NameOf(ReadOnlySpan<byte> typeUrl) => Encoding.UTF8.GetString(typeUrl[(typeUrl.LastIndexOf((byte)'/') + 1)..]);
}
