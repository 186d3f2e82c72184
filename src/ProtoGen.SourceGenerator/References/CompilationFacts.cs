using Microsoft.CodeAnalysis.CSharp;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Collections;

namespace ProtoGen.SourceGenerator.References;

/// <summary>What the output depends on beside the .proto files and the project's settings.</summary>
/// <param name="LanguageVersion">The C# version in hundreds: 703 is 7.3.</param>
/// <param name="Assemblies">The referenced assemblies that matter.</param>
internal sealed record CompilationFacts(int LanguageVersion, EquatableArray<ReferencedAssembly> Assemblies)
{
    /// <summary>The version of Google.Protobuf; null when it is not referenced.</summary>
    public Version? GoogleProtobuf => Find(AssemblyNames.GoogleProtobuf)?.Version;

    /// <summary>Whether grpc-dotnet's contracts are referenced.</summary>
    public bool HasGrpcCore => Find(AssemblyNames.GrpcCoreApi) is not null;

    /// <summary>Whether the readers and writers of ProtoGen.Runtime are referenced.</summary>
    public bool HasRuntime => Find(AssemblyNames.Runtime) is not null;

    /// <summary>The version of parse options as a number that can be compared.</summary>
    public static int GetLanguageVersion(CSharpParseOptions options) =>
        (int)options.LanguageVersion is var version && version < 100 ? version * 100 : version;

    private ReferencedAssembly? Find(string name)
    {
        foreach (var assembly in Assemblies)
            if (assembly.Name == name)
                return assembly;
        return null;
    }
}
