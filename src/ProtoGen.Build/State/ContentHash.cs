using System.Security.Cryptography;
using System.Text;

namespace ProtoGen.Build.State;

/// <summary>Computes hashes of contents as short texts.</summary>
internal static class ContentHash
{
    /// <summary>Returns the hash of bytes.</summary>
    public static string Of(byte[] content)
    {
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(content));
    }

    /// <summary>Returns the hash of a list of texts. The hash also depends on the order and the boundaries of the texts.</summary>
    public static string Of(IEnumerable<string> parts)
    {
        var all = new StringBuilder();
        foreach (var part in parts) all.Append(part.Length).Append(':').Append(part);
        return Of(Encoding.UTF8.GetBytes(all.ToString()));
    }
}
