using Microsoft.CodeAnalysis;
using CompilerText = ProtoGen.Compiler.Text.SourceText;

namespace ProtoGen.SourceGenerator.Inputs;

/// <summary>One file as read.</summary>
/// <param name="Path">Its path, normalized.</param>
/// <param name="DisplayPath">Its path as the build gave it, for messages.</param>
/// <param name="Text">The content.</param>
internal sealed record ProtoSource(string Path, string DisplayPath, CompilerText Text)
{
    /// <summary>Reads an additional file through the compiler.</summary>
    public static ProtoSource Read(string path, AdditionalText file, CancellationToken cancellation) =>
        new(path, file.Path, CompilerText.From(file.GetText(cancellation)?.ToString() ?? ""));
}
