using System.Security.Cryptography;
using System.Text;

namespace ProtoGen.Build.State;

/// <summary>Short texts that identify contents.</summary>
internal static class ContentHash
{
    /// <summary>The hash of bytes.</summary>
    public static string Of(byte[] content)
    {
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(content));
    }

    /// <summary>The hash of texts. The same texts in another order, or split elsewhere, have another hash.</summary>
    public static string Of(IEnumerable<string> parts)
    {
        var all = new StringBuilder();
        foreach (var part in parts) all.Append(part.Length).Append(':').Append(part);
        return Of(Encoding.UTF8.GetBytes(all.ToString()));
    }
}
