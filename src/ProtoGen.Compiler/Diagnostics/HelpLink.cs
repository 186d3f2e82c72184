using System.Reflection;

namespace ProtoGen.Compiler.Diagnostics;

/// <summary>Finds the section of docs/diagnostics.md about a diagnostic.</summary>
public static class HelpLink
{
    private const string Page = "docs/diagnostics.md";

    private static readonly string PageAddress = GetPageAddress();

    /// <summary>Returns the address of an ID's section, for hosts that link to it.</summary>
    public static string Get(string id) => PageAddress + "#" + id.ToLowerInvariant();

    // The SDK records the address of the repository from the clone's remote. Without a remote the link is relative to the repository.
    private static string GetPageAddress()
    {
        foreach (var attribute in typeof(HelpLink).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
        {
            if (attribute is { Key: "RepositoryUrl", Value: { Length: > 0 } url })
                return (url.EndsWith(".git", StringComparison.Ordinal) ? url.Substring(0, url.Length - 4) : url) + "/blob/HEAD/" + Page;
        }

        return Page;
    }
}
