using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Project.References;

/// <summary>The facts about a compilation that the output depends on besides the .proto files and the project's settings.</summary>
/// <param name="LanguageVersion">The C# version in hundreds: 703 is 7.3.</param>
/// <param name="Assemblies">The referenced assemblies that matter.</param>
public sealed record CompilationFacts(int LanguageVersion, EquatableArray<ReferencedAssembly> Assemblies)
{
    /// <summary>The user's own partial classes, some of which may be parts of messages.</summary>
    public EquatableArray<PartialClass> PartialClasses { get; init; }

    /// <summary>The version of Google.Protobuf; null when it is not referenced.</summary>
    public Version? GoogleProtobuf => Find(AssemblyNames.GoogleProtobuf)?.Version;

    /// <summary>Gets whether grpc-dotnet's contracts are referenced.</summary>
    public bool HasGrpcCore => Find(AssemblyNames.GrpcCoreApi) is not null;

    /// <summary>Gets whether the readers and writers of ProtoGen.Runtime are referenced.</summary>
    public bool HasRuntime => Find(AssemblyNames.Runtime) is not null;

    /// <summary>Gets whether clients can be added to dependency injection.</summary>
    public bool HasGrpcClientFactory => Find(AssemblyNames.GrpcNetClientFactory) is not null;

    /// <summary>Gets whether services can be mapped to endpoints.</summary>
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
