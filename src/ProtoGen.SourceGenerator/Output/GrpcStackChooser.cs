using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.SourceGenerator.Inputs;
using ProtoGen.SourceGenerator.References;

namespace ProtoGen.SourceGenerator.Output;

/// <summary>Decides which gRPC library services are generated for.</summary>
internal static class GrpcStackChooser
{
    /// <summary>The library; null for none, with the reason unless none was asked for.</summary>
    public static GrpcStack? Choose(GrpcStackChoice choice, CompilationFacts facts, out string? whyNone)
    {
        whyNone = null;
        switch (choice)
        {
            case GrpcStackChoice.None:
                return null;
            case GrpcStackChoice.GrpcDotnet when !facts.HasGrpcCore:
                whyNone = "ProtoGenGrpcStack is grpc-dotnet, but Grpc.Core.Api is not referenced. Add Grpc.AspNetCore.Server or Grpc.Net.Client.";
                return null;
            case GrpcStackChoice.BuiltIn when !facts.HasBuiltInStack:
                whyNone = "ProtoGenGrpcStack is built-in, but the gRPC types of ProtoGen.Runtime are not referenced: they need .NET 8 or newer.";
                return null;
            case GrpcStackChoice.GrpcDotnet:
            case GrpcStackChoice.Auto when facts.HasGrpcCore:
                return GrpcStack.GrpcDotnet;
            case GrpcStackChoice.BuiltIn:
            case GrpcStackChoice.Auto when facts.HasBuiltInStack:
                return GrpcStack.BuiltIn;
            default:
                whyNone = "neither Grpc.Core.Api nor the gRPC types of ProtoGen.Runtime (.NET 8 or newer) are referenced. "
                    + "Reference Grpc.Core.Api, or set GrpcServices=\"None\" on the item if only messages are wanted.";
                return null;
        }
    }
}
