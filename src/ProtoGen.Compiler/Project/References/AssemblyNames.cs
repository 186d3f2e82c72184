namespace ProtoGen.Compiler.Project.References;

/// <summary>The names of the assemblies that generated code uses.</summary>
public static class AssemblyNames
{
    /// <summary>Google's message runtime.</summary>
    public const string GoogleProtobuf = "Google.Protobuf";

    /// <summary>The API that generated services use.</summary>
    public const string GrpcCoreApi = "Grpc.Core.Api";

    /// <summary>ProtoGen's message runtime.</summary>
    public const string Runtime = "ProtoGen.Runtime";

    /// <summary>The package that registers clients for dependency injection.</summary>
    public const string GrpcNetClientFactory = "Grpc.Net.ClientFactory";

    /// <summary>The package of ASP.NET Core servers.</summary>
    public const string GrpcAspNetCoreServer = "Grpc.AspNetCore.Server";

    /// <summary>Returns whether an assembly is one of these.</summary>
    public static bool IsKnown(string name) =>
        name is GoogleProtobuf or GrpcCoreApi or Runtime or GrpcNetClientFactory or GrpcAspNetCoreServer;
}
