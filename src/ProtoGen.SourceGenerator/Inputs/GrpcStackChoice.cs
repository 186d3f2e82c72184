namespace ProtoGen.SourceGenerator.Inputs;

/// <summary>The property ProtoGenGrpcStack: whose gRPC types services are generated for.</summary>
internal enum GrpcStackChoice
{
    /// <summary>Grpc.Core.Api when it is referenced, else the built-in stack when it is.</summary>
    Auto,

    /// <summary>Grpc.Core.Api, as grpc-dotnet has it.</summary>
    GrpcDotnet,

    /// <summary>ProtoGen.Runtime's own.</summary>
    BuiltIn,

    /// <summary>No services.</summary>
    None,
}
