using Google.Protobuf;
using Microsoft.CodeAnalysis;

namespace ProtoGen.SourceGenerator.Tests.Driver;

/// <summary>Sets of references that a project may have.</summary>
internal static class ReferenceSets
{
    /// <summary>The framework alone: that of the running tests.</summary>
    public static IEnumerable<MetadataReference> Framework { get; } =
        [.. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(file => Path.GetFileName(file) is "mscorlib.dll" or "netstandard.dll" || Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal))
            .Where(file => !file.Contains(".Native", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>Google.Protobuf.</summary>
    public static MetadataReference GoogleProtobuf { get; } = MetadataReference.CreateFromFile(typeof(IMessage).Assembly.Location);

    /// <summary>ProtoGen.Runtime with its gRPC types.</summary>
    public static MetadataReference Runtime { get; } =
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "ProtoGen.Runtime.dll"));

    /// <summary>What the package brings on .NET 8.</summary>
    public static IEnumerable<MetadataReference> Default { get; } = [.. Framework, GoogleProtobuf, Runtime];
}
