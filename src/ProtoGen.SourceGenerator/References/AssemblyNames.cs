namespace ProtoGen.SourceGenerator.References;

/// <summary>The assemblies that generated code calls.</summary>
internal static class AssemblyNames
{
    /// <summary>The message runtime.</summary>
    public const string GoogleProtobuf = "Google.Protobuf";

    /// <summary>grpc-dotnet's contracts.</summary>
    public const string GrpcCoreApi = "Grpc.Core.Api";

    /// <summary>Our runtime.</summary>
    public const string Runtime = "ProtoGen.Runtime";

    /// <summary>Our gRPC server.</summary>
    public const string Server = "ProtoGen.Runtime.AspNetCore";
}
