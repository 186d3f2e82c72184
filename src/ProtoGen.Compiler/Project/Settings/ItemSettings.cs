using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Project.Settings;

/// <summary>The metadata of a .proto item.</summary>
public sealed record ItemSettings
{
    /// <summary>Gets the settings of an item without metadata.</summary>
    public static ItemSettings Default { get; } = new();

    /// <summary>Reads the settings of an item.</summary>
    /// <param name="getMetadata">Returns the value of the item's metadata; null or empty if it is not set.</param>
    /// <param name="projectFolder">The folder to which paths are relative.</param>
    public static ItemSettings Read(Func<string, string?> getMetadata, string projectFolder) =>
        ItemSettingsReader.Read(getMetadata, projectFolder);

    /// <summary>Gets whether other files can import the file but no code is generated from it (ProtoCompile="false").</summary>
    public bool IsImportOnly { get; init; }

    /// <summary>Gets whether the project compiles the C# that is generated from the file.</summary>
    public bool CompilesOutput { get; init; } = true;

    /// <summary>Gets the folder, absolute and normalized, to which the import name is relative; null if it is not set.</summary>
    public string? Root { get; init; }

    /// <summary>Gets whether the item has several roots. They are the last of the import folders.</summary>
    public bool HasSeveralRoots { get; init; }

    /// <summary>Gets the folders in which the file's imports are searched for first.</summary>
    public EquatableArray<string> ImportFolders { get; init; }

    /// <summary>Gets the parts of services to generate.</summary>
    public GrpcServices GrpcServices { get; init; } = GrpcServices.Both;

    /// <summary>Gets whether message types are internal.</summary>
    public bool InternalMessages { get; init; }

    /// <summary>Gets whether service types are internal.</summary>
    public bool InternalServices { get; init; }

    /// <summary>Gets whether messages have <c>[Serializable]</c>.</summary>
    public bool Serializable { get; init; }

    /// <summary>Gets whether descriptor bytes and doc comments are omitted.</summary>
    public bool StripNonfunctional { get; init; }

    /// <summary>Gets whether reference types are annotated with <c>?</c>; null if the project decides.</summary>
    public bool? Nullable { get; init; }

    /// <summary>Gets the descriptor set to write for the file; null if none was requested.</summary>
    public DescriptorSetSettings? DescriptorSet { get; init; }

    /// <summary>Gets the metadata that is invalid or has no effect.</summary>
    public EquatableArray<SettingProblem> Problems { get; init; }
}

/// <summary>The arguments of protoc for a descriptor set.</summary>
/// <param name="Path">The path of the set, absolute and normalized (--descriptor_set_out).</param>
/// <param name="IncludesImports">Whether the set includes the imported files (--include_imports).</param>
/// <param name="IncludesSourceInfo">Whether the set includes comments and locations (--include_source_info).</param>
/// <param name="RetainsOptions">Whether the set includes options with source retention (--retain_options).</param>
public sealed record DescriptorSetSettings(string Path, bool IncludesImports, bool IncludesSourceInfo, bool RetainsOptions);
