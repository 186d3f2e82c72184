namespace ProtoGen.Compiler.Project.References;

/// <summary>The assemblies that generated code calls.</summary>
public static class AssemblyNames
{
    /// <summary>Google's runtime for messages.</summary>
    public const string GoogleProtobuf = "Google.Protobuf";

    /// <summary>grpc-dotnet's contracts.</summary>
    public const string GrpcCoreApi = "Grpc.Core.Api";

    /// <summary>ProtoGen's runtime.</summary>
    public const string Runtime = "ProtoGen.Runtime";

    /// <summary>grpc-dotnet's clients for dependency injection.</summary>
    public const string GrpcNetClientFactory = "Grpc.Net.ClientFactory";

    /// <summary>grpc-dotnet's server.</summary>
    public const string GrpcAspNetCoreServer = "Grpc.AspNetCore.Server";

    /// <summary>Returns whether an assembly is one of these.</summary>
    public static bool IsKnown(string name) =>
        name is GoogleProtobuf or GrpcCoreApi or Runtime or GrpcNetClientFactory or GrpcAspNetCoreServer;
}
