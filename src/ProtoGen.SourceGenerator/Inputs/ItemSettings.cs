using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Collections;

namespace ProtoGen.SourceGenerator.Inputs;

/// <summary>The metadata of one .proto item.</summary>
internal sealed record ItemSettings
{
    /// <summary>An item that nothing is said about.</summary>
    public static ItemSettings Default { get; } = new();

    /// <summary>Whether other files may import it and that is all (ProtoCompile="false").</summary>
    public bool IsImportOnly { get; init; }

    /// <summary>The folder that the import name is relative to, absolute and normalized; null when not said.</summary>
    public string? Root { get; init; }

    /// <summary>Folders that its imports are looked for in first.</summary>
    public EquatableArray<string> ImportFolders { get; init; }

    /// <summary>Which side of the services.</summary>
    public GrpcServices GrpcServices { get; init; } = GrpcServices.Both;

    /// <summary>Whether message types are internal.</summary>
    public bool InternalMessages { get; init; }

    /// <summary>Whether service types are internal.</summary>
    public bool InternalServices { get; init; }

    /// <summary>Whether messages get <c>[Serializable]</c>.</summary>
    public bool Serializable { get; init; }

    /// <summary>Whether descriptor bytes and docs are left out.</summary>
    public bool StripNonfunctional { get; init; }

    /// <summary>Whether reference types are annotated with <c>?</c>; null where the project decides.</summary>
    public bool? Nullable { get; init; }

    /// <summary>Metadata that can't be taken as it stands.</summary>
    public EquatableArray<SettingProblem> Problems { get; init; }
}
