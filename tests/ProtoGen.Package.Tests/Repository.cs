using System.Reflection;

namespace ProtoGen.Package.Tests;

/// <summary>Where things lie on the machine that the tests were built on.</summary>
internal static class Repository
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>Debug or Release.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The machine's folder of restored packages, which serves the tests as a source: nothing is downloaded.</summary>
    public static string RestoredPackages { get; } = Metadata("PackageFolder");

    /// <summary>The version of the packages.</summary>
    public static string Version { get; } = Metadata("Version");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
