using Microsoft.CodeAnalysis.Diagnostics;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Collections;
using ProtoGen.SourceGenerator.Imports;

namespace ProtoGen.SourceGenerator.Inputs;

/// <summary>The MSBuild properties that the output depends on.</summary>
internal sealed record ProjectSettings
{
    /// <summary>Whether anything is generated.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>The project's folder, normalized; empty when unknown.</summary>
    public string ProjectFolder { get; init; } = "";

    /// <summary>The root of items outside the project that name none (Protobuf_ProtoRoot); null for the item's own folder.</summary>
    public string? OutsideRoot { get; init; }

    /// <summary>Folders that every file may import from (Protobuf_StandardImportsPath).</summary>
    public EquatableArray<string> StandardImportFolders { get; init; }

    /// <summary>Whether reference types are annotated with <c>?</c> (ProtoGenNullable).</summary>
    public bool Nullable { get; init; }

    /// <summary>Whether messages may have ProtoGen.Runtime's span path (ProtoGenSpanPath).</summary>
    public bool SpanPath { get; init; }

    /// <summary>Whether types that a referenced assembly has are used instead of generated again.</summary>
    public bool ReuseReferencedTypes { get; init; }

    /// <summary>Whether a project without .proto files is likely a mistake: it asked for ProtoGen itself.</summary>
    public bool ExpectsFiles { get; init; }

    /// <summary>Reads the properties that the package's targets make visible.</summary>
    public static ProjectSettings Read(AnalyzerConfigOptions options)
    {
        var folder = ProtoPath.Normalize(Get("projectdir"));
        return new ProjectSettings
        {
            IsEnabled = !IsFalse(Get("protogenenabled")),
            ProjectFolder = folder,
            OutsideRoot = Get("protobuf_protoroot") is { Length: > 0 } root ? ProtoPath.Combine(folder, root) : null,
            StandardImportFolders = PathList.Read(folder, Get("protobuf_standardimportspath")),
            Nullable = IsTrue(Get("protogennullable")),
            SpanPath = !IsFalse(Get("protogenspanpath")),
            ReuseReferencedTypes = !IsFalse(Get("protogenreusereferencedtypes")),
            ExpectsFiles = IsTrue(Get("_protogenexpectsfiles")),
        };

        string Get(string name) => options.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";
    }

    private static bool IsTrue(string value) =>
        value.Equals("true", StringComparison.OrdinalIgnoreCase) || value.Equals("enable", StringComparison.OrdinalIgnoreCase);

    private static bool IsFalse(string value) =>
        value.Equals("false", StringComparison.OrdinalIgnoreCase) || value.Equals("disable", StringComparison.OrdinalIgnoreCase);
}
