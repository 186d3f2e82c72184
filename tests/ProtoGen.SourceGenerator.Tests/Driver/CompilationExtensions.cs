using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoGen.SourceGenerator.Tests.Driver;

/// <summary>Converts compilations to references.</summary>
internal static class CompilationExtensions
{
    /// <summary>Returns the compilation's assembly as one that came from a file.</summary>
    public static MetadataReference EmitToImageReference(this CSharpCompilation compilation)
    {
        using var assembly = new MemoryStream();
        Assert.Empty(compilation.Emit(assembly).Diagnostics);
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }
}
