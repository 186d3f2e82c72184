using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProtoGen.SourceGenerator.Inputs;

/// <summary>Recognizes the additional files that the package's targets add.</summary>
/// <remarks>The build task WriteGeneratorInputs documents their formats.</remarks>
internal static class AdditionalFiles
{
    /// <summary>Returns whether a file is a .proto file, by its name or because it comes from an item, which allows any name.</summary>
    public static bool IsProto(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        HasExtension(file, ".proto") || BuildOptions.HasSettings(options.GetOptions(file));

    /// <summary>Returns whether a file contains the bytes of .proto files that are not UTF-8.</summary>
    public static bool IsRawContents(AdditionalText file) => HasExtension(file, ".ProtoGen.bytes");

    /// <summary>Returns whether a file contains the descriptors of referenced projects.</summary>
    public static bool IsDescriptors(AdditionalText file) => HasExtension(file, ".ProtoGen.descriptors");

    /// <summary>Returns whether a file may configure the severities of warnings.</summary>
    public static bool IsConfiguration(AdditionalText file) => HasExtension(file, ".editorconfig") || HasExtension(file, ".globalconfig");

    private static bool HasExtension(AdditionalText file, string extension) =>
        file.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
