namespace ProtoGen.Compiler.Project.References;

/// <summary>The assemblies that generated code calls.</summary>
public static class AssemblyNames
{
    /// <summary>The message runtime.</summary>
    public const string GoogleProtobuf = "Google.Protobuf";

    /// <summary>grpc-dotnet's contracts.</summary>
    public const string GrpcCoreApi = "Grpc.Core.Api";

    /// <summary>Our runtime.</summary>
    public const string Runtime = "ProtoGen.Runtime";

    /// <summary>Whether an assembly is one of these.</summary>
    public static bool IsKnown(string name) => name is GoogleProtobuf or GrpcCoreApi or Runtime;
}
