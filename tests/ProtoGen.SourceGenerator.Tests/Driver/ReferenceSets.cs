using Google.Protobuf;
using Grpc.Core;
using Microsoft.CodeAnalysis;

namespace ProtoGen.SourceGenerator.Tests.Driver;

/// <summary>Sets of references that a project may have.</summary>
internal static class ReferenceSets
{
    /// <summary>Gets the framework of the running tests and nothing else.</summary>
    public static IEnumerable<MetadataReference> Framework { get; } =
        [.. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(
                file => Path.GetFileName(file) is "mscorlib.dll" or "netstandard.dll"
                    || Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal))
            .Where(file => !file.Contains(".Native", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>Gets the reference to Google.Protobuf.</summary>
    public static MetadataReference GoogleProtobuf { get; } = MetadataReference.CreateFromFile(typeof(IMessage).Assembly.Location);

    /// <summary>Gets the reference to Grpc.Core.Api.</summary>
    public static MetadataReference GrpcCore { get; } = MetadataReference.CreateFromFile(typeof(ServerCallContext).Assembly.Location);

    /// <summary>Gets the reference to ProtoGen.Runtime.</summary>
    public static MetadataReference Runtime { get; } =
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "ProtoGen.Runtime.dll"));

    /// <summary>Gets the references of a project with the package and with gRPC.</summary>
    public static IEnumerable<MetadataReference> Default { get; } = [.. Framework, GoogleProtobuf, Runtime, GrpcCore];
}
