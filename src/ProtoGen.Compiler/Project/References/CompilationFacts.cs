using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Project.References;

/// <summary>The facts about a compilation on which the output depends.</summary>
/// <param name="LanguageVersion">The C# version times 100: 703 is C# 7.3.</param>
/// <param name="Assemblies">The referenced assemblies that affect the output.</param>
public sealed record CompilationFacts(int LanguageVersion, EquatableArray<ReferencedAssembly> Assemblies)
{
    /// <summary>Gets the user's partial classes, some of which may be parts of messages.</summary>
    public EquatableArray<PartialClass> PartialClasses { get; init; }

    /// <summary>Gets the version of Google.Protobuf; null if it is not referenced.</summary>
    public Version? GoogleProtobuf => Find(AssemblyNames.GoogleProtobuf)?.Version;

    /// <summary>Gets whether Grpc.Core.Api is referenced.</summary>
    public bool HasGrpcCore => Find(AssemblyNames.GrpcCoreApi) is not null;

    /// <summary>Gets whether ProtoGen.Runtime is referenced.</summary>
    public bool HasRuntime => Find(AssemblyNames.Runtime) is not null;

    /// <summary>Gets whether Grpc.Net.ClientFactory is referenced.</summary>
    public bool HasGrpcClientFactory => Find(AssemblyNames.GrpcNetClientFactory) is not null;

    /// <summary>Gets whether Grpc.AspNetCore.Server is referenced.</summary>
    public bool HasGrpcServer => Find(AssemblyNames.GrpcAspNetCoreServer) is not null;

    private ReferencedAssembly? Find(string name)
    {
        foreach (var assembly in Assemblies)
        {
            if (assembly.Name == name)
                return assembly;
        }

        return null;
    }
}
