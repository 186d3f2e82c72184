using System.Reflection;

namespace ProtoGen.Compiler.Tests.Emit;

/// <summary>What this repository was restored with, for compilations of generated code: packages, targeting packs, and the builds of ProtoGen.Runtime.</summary>
internal static class RestoredPackages
{
    private static readonly string s_root = Metadata("NuGetPackageRoot");

    private static readonly string s_runtime = Metadata("RuntimePath");

    /// <summary>Returns the path in the newest restored version of a package that has it.</summary>
    public static string PathTo(string package, string path) =>
        Directory.EnumerateDirectories(Path.Combine(s_root, package)).Order(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, path)).Last(Path.Exists);

    /// <summary>Returns the path of the Google.Protobuf that this repository references.</summary>
    public static string PathToGoogleProtobuf(string framework) =>
        PathTo("google.protobuf", Metadata("GoogleProtobufVersion"), $"lib/{framework}/Google.Protobuf.dll");

    /// <summary>Returns the path in one version of a package.</summary>
    public static string PathTo(string package, string version, string path) => Path.Combine(s_root, package, version, path);

    /// <summary>Returns the path of ProtoGen.Runtime's build for a framework.</summary>
    public static string PathToRuntime(string framework) => Path.Combine(s_runtime, framework, "ProtoGen.Runtime.dll");

    private static string Metadata(string key) =>
        typeof(RestoredPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
