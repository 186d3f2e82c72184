using System.Reflection;

namespace ProtoGen.Compiler.Diagnostics;

/// <summary>Finds the section of docs/diagnostics.md about a diagnostic.</summary>
public static class HelpLink
{
    private const string Page = "/blob/HEAD/docs/diagnostics.md";
    private const string Git = ".git";

    private static readonly string? Repository = typeof(HelpLink).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "RepositoryUrl")?.Value;

    /// <summary>Returns the address of an ID's section, or null if ProtoGen was built in a clone without an address on the web.</summary>
    public static string? Get(string id) => Get(Repository, id);

    // The SDK records the address of the clone's remote, which may be a folder. The C# compiler prints the link after each message, so a
    // link that leads nowhere is worse than none.
    internal static string? Get(string? repository, string id)
    {
        if (repository?.StartsWith("https://", StringComparison.Ordinal) != true) return null;
        var length = repository.Length - (repository.EndsWith(Git, StringComparison.Ordinal) ? Git.Length : 0);
        return repository.Substring(0, length) + Page + "#" + id.ToLowerInvariant();
    }
}
