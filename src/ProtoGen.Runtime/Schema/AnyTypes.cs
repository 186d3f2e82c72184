using System.Text;

namespace ProtoGen.Runtime.Schema;

/// <summary>Type URLs of google.protobuf.Any.</summary>
internal static class AnyTypes
{
    /// <summary>The full name of the message: what follows the last slash.</summary>
    public static string NameOf(ReadOnlySpan<byte> typeUrl) => Encoding.UTF8.GetString(typeUrl[(typeUrl.LastIndexOf((byte)'/') + 1)..]);
}
