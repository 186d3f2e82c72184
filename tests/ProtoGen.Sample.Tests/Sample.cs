using System.Reflection;

namespace ProtoGen.Sample.Tests;

/// <summary>The files of samples/MyService and of the tests that use it.</summary>
internal static class Sample
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "MyService");

    private static readonly string Configuration =
        typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "Configuration").Value!;

    /// <summary>Gets the sample's program.</summary>
    public static string Program { get; } = Path.Combine(Folder, "bin", Configuration, "net10.0", "MyService.dll");

    /// <summary>Gets the folder that the C# compiler wrote the generated files to.</summary>
    public static string GeneratedFiles { get; } = Path.Combine(Folder, "obj", Configuration, "net10.0", "generated");

    /// <summary>Gets the folder of the .proto file.</summary>
    public static string Protos { get; } = Path.Combine(Folder, "Protos");

    /// <summary>Gets the scripts in other languages.</summary>
    public static string Peers { get; } = Path.Combine(Repository.Root, "tests", "ProtoGen.Sample.Tests", "Peers");
}
