using System.Security.Cryptography;
using System.Text;

namespace ProtoGen.Build.State;

/// <summary>Computes short texts that identify contents.</summary>
internal static class ContentHash
{
    /// <summary>Returns the hash of bytes.</summary>
    public static string Of(byte[] content)
    {
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(content));
    }

    /// <summary>Returns the hash of a list of texts. Another order or another split of the same characters gives another hash.</summary>
    public static string Of(IEnumerable<string> parts)
    {
        var all = new StringBuilder();
        foreach (var part in parts) all.Append(part.Length).Append(':').Append(part);
        return Of(Encoding.UTF8.GetBytes(all.ToString()));
    }
}
