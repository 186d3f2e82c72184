using System.Reflection;

namespace ProtoGen.Compiler.Tests.Phases;

/// <summary>Finds the source folder of the repository and the builds of its projects.</summary>
internal static class SourceTree
{
    /// <summary>Gets the folder <c>src</c>.</summary>
    internal static string Path => Metadata("SourceFolder");

    /// <summary>Gets the configuration that this test was built in.</summary>
    internal static string Configuration => Metadata("Configuration");

    private static string Metadata(string key) =>
        typeof(SourceTree).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
