using System.Reflection;

namespace ProtoGen.Compiler.Tests.Emit;

/// <summary>
/// Finds the references for compilations of generated code: restored packages, targeting packs, and the builds of ProtoGen.Runtime.
/// </summary>
internal static class RestoredPackages
{
    private static readonly string Root = Metadata("NuGetPackageRoot");

    private static readonly string RuntimeFolder = Metadata("RuntimePath");

    /// <summary>Returns the path in the newest restored version of a package that has it.</summary>
    public static string PathTo(string package, string path) =>
        Directory.EnumerateDirectories(Path.Combine(Root, package)).Order(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, path)).Last(Path.Exists);

    /// <summary>Returns the path of the Google.Protobuf that this repository references.</summary>
    public static string PathToGoogleProtobuf(string framework) =>
        PathTo("google.protobuf", Metadata("GoogleProtobufVersion"), $"lib/{framework}/Google.Protobuf.dll");

    /// <summary>Returns the path of the Google.Protobuf that ProtoGen.Runtime references, which is the oldest that works.</summary>
    public static string PathToOldestGoogleProtobuf(string framework) =>
        PathTo("google.protobuf", "3.17.3", $"lib/{framework}/Google.Protobuf.dll");

    /// <summary>Returns the path in one version of a package.</summary>
    public static string PathTo(string package, string version, string path) => Path.Combine(Root, package, version, path);

    /// <summary>Returns the path of ProtoGen.Runtime's build for a framework.</summary>
    public static string PathToRuntime(string framework) => Path.Combine(RuntimeFolder, framework, "ProtoGen.Runtime.dll");

    private static string Metadata(string key) =>
        typeof(RestoredPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
