using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoGen.Compiler.Project.References;
using ProtoGen.Metadata;

namespace ProtoGen.SourceGenerator.References;

/// <summary>
/// Reads the string literals of a referenced assembly or project in the order of its code. In an assembly each literal occurs only once.
/// </summary>
internal static class StringLiterals
{
    private const string ReflectionSuffix = "Reflection";

    private static readonly ConditionalWeakTable<object, DescriptorLiterals> Literals = new();

    /// <summary>
    /// Returns the .proto files whose generated code the references contain. References are read when the first import is searched for.
    /// </summary>
    /// <param name="references">The references of the compilation.</param>
    /// <param name="descriptors">The files in which the build lists the descriptors of referenced projects.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static ReferencedProtos CreateProtos(
        ImmutableArray<MetadataReference> references, ImmutableArray<AdditionalText> descriptors, CancellationToken cancellation)
    {
        var assemblies = new List<Func<DescriptorLiterals>>(references.Length + descriptors.Length);
        foreach (var reference in references)
            assemblies.Add(() => Literals.GetValue(reference, _ => new DescriptorLiterals(Read(reference, cancellation))));
        foreach (var file in descriptors)
            assemblies.Add(() => Literals.GetValue(file, _ => new DescriptorLiterals(ReadLines(file, cancellation))));
        return new ReferencedProtos(assemblies);
    }

    /// <summary>Returns the literals of a reference; none if it cannot contain generated code.</summary>
    public static IEnumerable<string> Read(MetadataReference reference, CancellationToken cancellation) => reference switch
    {
        PortableExecutableReference file when ReferenceReader.TryGetReader(file) is { } reader
            && AssemblyReader.ReferencesProtobuf(reader) =>
            AssemblyReader.ReadLiterals(reader),
        CompilationReference project when ReferenceReader.ReferencesProtobuf(project.Compilation) =>
            Read(project.Compilation.Assembly.GlobalNamespace, cancellation),
        _ => [],
    };

    private static IEnumerable<string> ReadLines(AdditionalText file, CancellationToken cancellation) =>
        (file.GetText(cancellation)?.ToString() ?? "").Split('\n');

    private static IEnumerable<string> Read(INamespaceSymbol scope, CancellationToken cancellation)
    {
        foreach (var type in scope.GetTypeMembers())
        {
            if (!type.Name.EndsWith(ReflectionSuffix, StringComparison.Ordinal)) continue;
            foreach (var part in type.DeclaringSyntaxReferences)
            {
                foreach (var token in part.GetSyntax(cancellation).DescendantTokens())
                {
                    if (token.IsKind(SyntaxKind.StringLiteralToken))
                        yield return token.ValueText;
                }
            }
        }

        foreach (var inner in scope.GetNamespaceMembers())
        {
            foreach (var literal in Read(inner, cancellation))
                yield return literal;
        }
    }
}
