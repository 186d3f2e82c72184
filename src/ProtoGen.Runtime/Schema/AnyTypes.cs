using System.Text;

namespace ProtoGen.Runtime.Schema;

/// <summary>Parses type URLs of google.protobuf.Any.</summary>
internal static class AnyTypes
{
    /// <summary>Returns the full message name, which is the part after the last slash.</summary>
    public static string NameOf(ReadOnlySpan<byte> typeUrl) => Encoding.UTF8.GetString(typeUrl[(typeUrl.LastIndexOf((byte)'/') + 1)..]);
}
