using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoGen.SourceGenerator.References.Descriptors;

/// <summary>The string literals of a referenced assembly or project, in the order of its code; an assembly has each only once.</summary>
internal static class StringLiterals
{
    private const string ReflectionSuffix = "Reflection";

    /// <summary>The literals of what may hold generated code; none of anything else.</summary>
    public static IEnumerable<string> Read(MetadataReference reference, CancellationToken cancellation) => reference switch
    {
        PortableExecutableReference file when ReferenceReader.TryGetReader(file) is { } reader && ReferenceReader.ReferencesProtobuf(reader) => Read(reader),
        CompilationReference project when ReferenceReader.ReferencesProtobuf(project.Compilation) =>
            Read(project.Compilation.Assembly.GlobalNamespace, cancellation),
        _ => [],
    };

    private static IEnumerable<string> Read(MetadataReader reader)
    {
        // The heap's first entry is the empty one.
        for (var handle = reader.GetNextHandle(MetadataTokens.UserStringHandle(0)); !handle.IsNil; handle = reader.GetNextHandle(handle))
            yield return reader.GetUserString(handle);
    }

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
