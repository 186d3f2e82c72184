using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.SourceGenerator.Inputs;

/// <summary>Reads the MSBuild properties and item metadata that the package's targets make visible to the compiler.</summary>
internal static class BuildOptions
{
    private const string ItemSettingsKey = "build_metadata.ProtoGenFile.Settings";

    /// <summary>Reads the project's settings.</summary>
    public static ProjectSettings ReadProject(AnalyzerConfigOptionsProvider options)
    {
        var encoded = EncodedSettings.Decode(Get(options.GlobalOptions, "build_property._protogensettings"));
        return ProjectSettings.Read(name =>
            encoded.TryGetValue(name, out var value) ? value : Get(options.GlobalOptions, "build_property." + name.ToLowerInvariant()));
    }

    /// <summary>Returns a .proto file with its metadata.</summary>
    public static ProtoItem ReadItem(
        AdditionalText file, AnalyzerConfigOptionsProvider options, ProjectSettings project, RawContents raw) =>
        ProtoItem.Create(
            file.Path, ReadSettings(options.GetOptions(file), project.ProjectFolder),
            raw.Get(file.Path) ?? AdditionalTextContent.Get(file));

    /// <summary>
    /// Reads the metadata of a .proto file from its ProtoGenFile item, or else from an AdditionalFiles item that the user wrote.
    /// </summary>
    public static ItemSettings ReadSettings(AnalyzerConfigOptions options, string projectFolder)
    {
        var encoded = EncodedSettings.Decode(Get(options, ItemSettingsKey));
        return ItemSettings.Read(
            name => encoded.TryGetValue(name, out var value) ? value : Get(options, "build_metadata.AdditionalFiles." + name),
            projectFolder);
    }

    /// <summary>Returns whether the options of a file have the metadata of a ProtoGenFile item.</summary>
    public static bool HasSettings(AnalyzerConfigOptions options) => Get(options, ItemSettingsKey) is not null;

    private static string? Get(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && value.Length > 0 ? value : null;
}
