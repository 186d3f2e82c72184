using System.Reflection;

namespace ProtoGen.Package.Tests;

/// <summary>The facts about the build of the tests and the packages.</summary>
internal static class BuildFacts
{
    /// <summary>Gets the build configuration: Debug or Release.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>Gets the machine's folder of restored packages, which the tests use as a source, so that nothing is downloaded.</summary>
    public static string RestoredPackages { get; } = Metadata("PackageFolder");

    /// <summary>Gets the version of the packages.</summary>
    public static string Version { get; } = Metadata("Version");

    private static string Metadata(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
