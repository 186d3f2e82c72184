using Microsoft.CodeAnalysis;

namespace ProtoGen.SourceGenerator.Inputs;

/// <summary>
/// Tells the additional files apart that the package's targets add. The build task WriteGeneratorInputs documents their formats.
/// </summary>
internal static class AdditionalFiles
{
    /// <summary>Whether a file is a .proto.</summary>
    public static bool IsProto(AdditionalText file) => HasExtension(file, ".proto");

    /// <summary>Whether a file holds the bytes of .proto files that are not UTF-8.</summary>
    public static bool IsRawContents(AdditionalText file) => HasExtension(file, ".ProtoGen.bytes");

    /// <summary>Whether a file holds the descriptors of referenced projects.</summary>
    public static bool IsDescriptors(AdditionalText file) => HasExtension(file, ".ProtoGen.descriptors");

    private static bool HasExtension(AdditionalText file, string extension) =>
        file.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
