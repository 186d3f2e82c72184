using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Project.Settings;

/// <summary>The MSBuild properties that the output depends on.</summary>
public sealed record ProjectSettings
{
    /// <summary>Gets whether anything is generated.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>The project's folder, normalized; empty when unknown.</summary>
    public string ProjectFolder { get; init; } = "";

    /// <summary>
    /// The name of the assembly that is compiled, on which the use of a reference's internal types depends; empty when unknown.
    /// </summary>
    public string AssemblyName { get; init; } = "";

    /// <summary>
    /// The root of items outside the project that have no ProtoRoot (Protobuf_ProtoRoot); null for the item's own folder.
    /// </summary>
    public string? OutsideRoot { get; init; }

    /// <summary>Folders from which every file can import (Protobuf_StandardImportsPath).</summary>
    public EquatableArray<string> StandardImportFolders { get; init; }

    /// <summary>Gets whether reference types are annotated with <c>?</c> (ProtoGenNullable).</summary>
    public bool Nullable { get; init; }

    /// <summary>Gets whether messages can use ProtoGen.Runtime's fast readers and writers (ProtoGenSpanPath).</summary>
    public bool SpanPath { get; init; }

    /// <summary>Gets whether System.Text.Json converts messages to protobuf's JSON form (ProtoGenJsonConverter).</summary>
    public bool JsonConverter { get; init; }

    /// <summary>Gets whether types that a referenced assembly has are used instead of generated again.</summary>
    public bool ReuseReferencedTypes { get; init; }

    /// <summary>Gets whether projects that reference this one do not get ProtoGen.Runtime, so generated code must not call it.</summary>
    public bool HidesRuntime { get; init; }

    /// <summary>Gets whether the build writes the generated C# to files, so that the source generator only reports diagnostics.</summary>
    public bool WritesFiles { get; init; }

    /// <summary>Gets whether each client implements an interface of its own (ProtoGenClientInterfaces).</summary>
    public bool ClientInterfaces { get; init; }

    /// <summary>Gets whether methods that register all clients and services of the project are generated (ProtoGenRegistration).</summary>
    public bool Registration { get; init; }

    /// <summary>The project's RootNamespace.</summary>
    public string RootNamespace { get; init; } = "";

    /// <summary>Reads the settings.</summary>
    /// <param name="getProperty">Gets the value of an MSBuild property; null or empty if it is not set.</param>
    public static ProjectSettings Read(Func<string, string?> getProperty)
    {
        var folder = ProtoPath.Normalize(Get("ProjectDir"));
        return new ProjectSettings
        {
            IsEnabled = !IsFalse(Get("ProtoGenEnabled")),
            ProjectFolder = folder,
            AssemblyName = Get("AssemblyName"),
            OutsideRoot = Get("Protobuf_ProtoRoot") is { Length: > 0 } root ? ProtoPath.Combine(folder, root) : null,
            StandardImportFolders = PathList.Read(folder, Get("Protobuf_StandardImportsPath")),
            Nullable = IsTrue(Get("ProtoGenNullable")),
            WritesFiles = IsTrue(Get("_ProtoGenWritesFiles")),
            JsonConverter = IsTrue(Get("ProtoGenJsonConverter")),
            SpanPath = !IsFalse(Get("ProtoGenSpanPath")),
            ReuseReferencedTypes = !IsFalse(Get("ProtoGenReuseReferencedTypes")),
            HidesRuntime = IsTrue(Get("_ProtoGenHidesRuntime")),
            ClientInterfaces = IsTrue(Get("ProtoGenClientInterfaces")),
            Registration = IsTrue(Get("ProtoGenRegistration")),
            RootNamespace = Get("RootNamespace"),
        };

        string Get(string name) => getProperty(name)?.Trim() ?? "";
    }

    private static bool IsTrue(string value) =>
        value.Equals("true", StringComparison.OrdinalIgnoreCase) || value.Equals("enable", StringComparison.OrdinalIgnoreCase);

    private static bool IsFalse(string value) =>
        value.Equals("false", StringComparison.OrdinalIgnoreCase) || value.Equals("disable", StringComparison.OrdinalIgnoreCase);
}
