using System.Reflection;

namespace ProtoGen.Sample.Tests;

/// <summary>Where things lie in the repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The sample's program.</summary>
    public static string Sample { get; } =
        Path.Combine(Root, "samples", "MyService", "bin", Metadata("Configuration"), "net10.0", "MyService.dll");

    /// <summary>Where the C# compiler wrote the sample's generated files.</summary>
    public static string GeneratedFiles { get; } = Path.Combine(Root, "samples", "MyService", "obj", Metadata("Configuration"), "net10.0", "generated");

    /// <summary>The folder of the sample's .proto.</summary>
    public static string Protos { get; } = Path.Combine(Root, "samples", "MyService", "Protos");

    /// <summary>Where tests/setup.sh puts packages of the npm registry.</summary>
    public static string NodeModules { get; } = Path.Combine(Root, "artifacts", "npm", "node_modules");

    /// <summary>The scripts of the other languages.</summary>
    public static string Peers { get; } = Path.Combine(Root, "tests", "ProtoGen.Sample.Tests", "Peers");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
