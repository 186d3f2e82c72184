using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoGen.Compiler.Project.References;
using ProtoGen.Metadata;

namespace ProtoGen.SourceGenerator.References;

/// <summary>The string literals of a referenced assembly or project, in the order of its code; an assembly has each only once.</summary>
internal static class StringLiterals
{
    private const string ReflectionSuffix = "Reflection";

    private static readonly ConditionalWeakTable<MetadataReference, DescriptorLiterals> s_literals = new();

    /// <summary>The .proto files whose types the references hold. References are read when the first import is looked up in them.</summary>
    public static ReferencedProtos CreateProtos(IReadOnlyList<MetadataReference> references, CancellationToken cancellation)
    {
        var assemblies = new Func<DescriptorLiterals>[references.Count];
        for (var i = 0; i < assemblies.Length; i++)
        {
            var reference = references[i];
            assemblies[i] = () => s_literals.GetValue(reference, key => new DescriptorLiterals(Read(key, cancellation)));
        }

        return new ReferencedProtos(assemblies);
    }

    /// <summary>The literals of what may hold generated code; none of anything else.</summary>
    public static IEnumerable<string> Read(MetadataReference reference, CancellationToken cancellation) => reference switch
    {
        PortableExecutableReference file when ReferenceReader.TryGetReader(file) is { } reader && AssemblyReader.ReferencesProtobuf(reader) => AssemblyReader.ReadLiterals(reader),
        CompilationReference project when ReferenceReader.ReferencesProtobuf(project.Compilation) =>
            Read(project.Compilation.Assembly.GlobalNamespace, cancellation),
        _ => [],
    };

    private static IEnumerable<string> Read(INamespaceSymbol scope, CancellationToken cancellation)
    {
        foreach (var type in scope.GetTypeMembers())
        {
            if (!type.Name.EndsWith(ReflectionSuffix, StringComparison.Ordinal)) continue;
            foreach (var part in type.DeclaringSyntaxReferences)
                foreach (var token in part.GetSyntax(cancellation).DescendantTokens())
                    if (token.IsKind(SyntaxKind.StringLiteralToken))
                        yield return token.ValueText;
        }

        foreach (var inner in scope.GetNamespaceMembers())
            foreach (var literal in Read(inner, cancellation))
                yield return literal;
    }
}
