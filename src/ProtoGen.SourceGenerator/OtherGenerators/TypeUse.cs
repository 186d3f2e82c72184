using Microsoft.CodeAnalysis;
using ProtoGen.Compiler.Project.Diagnostics;

namespace ProtoGen.SourceGenerator.OtherGenerators;

/// <summary>A type in user code that another source generator processes and that only exists in generated code.</summary>
/// <param name="Generator">The attribute that activates the other generator.</param>
/// <param name="TypeName">The unqualified name of the type.</param>
/// <param name="Path">The path of the file.</param>
/// <param name="Span">The position of the type.</param>
internal sealed record TypeUse(string Generator, string TypeName, string Path, EditorSpan Span)
{
    /// <summary>Describes a use of a type.</summary>
    public static TypeUse Create(string generator, string typeName, SyntaxNode type)
    {
        var lines = type.GetLocation().GetLineSpan();
        var span = new EditorSpan(
            type.Span.Start, type.Span.End,
            lines.StartLinePosition.Line, lines.StartLinePosition.Character, lines.EndLinePosition.Line, lines.EndLinePosition.Character);
        return new TypeUse(generator, typeName, lines.Path, span);
    }

    /// <summary>Returns the warning for a type that ProtoGen generates.</summary>
    public ProjectDiagnostic ToDiagnostic() =>
        ProjectDiagnostic.Create(ProjectDiagnosticKinds.HiddenFromGenerator, Path, TypeName, Generator) with { Span = Span };
}
