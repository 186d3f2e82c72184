using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoGen.SourceGenerator.Imports;

namespace ProtoGen.SourceGenerator.Inputs;

/// <summary>A .proto among the compiler's additional files. The text is not read yet: files that are only importable often never are.</summary>
/// <param name="File">The compiler's handle; a new one for each change of the text.</param>
/// <param name="Path">Its path, normalized.</param>
/// <param name="Settings">Its metadata.</param>
internal sealed record ProtoItem(AdditionalText File, string Path, ItemSettings Settings)
{
    /// <summary>Whether an additional file is a .proto.</summary>
    public static bool IsProto(AdditionalText file) => file.Path.EndsWith(".proto", StringComparison.OrdinalIgnoreCase);

    /// <summary>Joins a file with its metadata.</summary>
    public static ProtoItem Create(AdditionalText file, AnalyzerConfigOptionsProvider options, ProjectSettings project) =>
        new(file, ProtoPath.Normalize(file.Path), ItemSettingsReader.Read(options.GetOptions(file), project.ProjectFolder));
}
