using ProtoGen.Compiler.Collections;

namespace ProtoGen.Compiler.Project.Settings;

/// <summary>The MSBuild properties on which the output depends.</summary>
public sealed record ProjectSettings
{
    /// <summary>Gets whether code is generated (ProtoGenEnabled).</summary>
    public bool IsEnabled { get; init; }

    /// <summary>Gets the normalized folder of the project; empty if it is unknown.</summary>
    public string ProjectFolder { get; init; } = "";

    /// <summary>Gets the name of the assembly being compiled; empty if it is unknown.</summary>
    /// <remarks>It determines which internal types of references are accessible.</remarks>
    public string AssemblyName { get; init; } = "";

    /// <summary>
    /// Gets the root of items outside the project that have no ProtoRoot (Protobuf_ProtoRoot); null if it is the item's own folder.
    /// </summary>
    public string? OutsideRoot { get; init; }

    /// <summary>Gets the folders from which every file can import (Protobuf_StandardImportsPath).</summary>
    public EquatableArray<string> StandardImportFolders { get; init; }

    /// <summary>Gets whether reference types are annotated with <c>?</c> (ProtoGenNullable).</summary>
    public bool Nullable { get; init; }

    /// <summary>Gets whether messages can use ProtoGen.Runtime's fast readers and writers (ProtoGenSpanPath).</summary>
    public bool SpanPath { get; init; }

    /// <summary>Gets whether System.Text.Json converts messages to protobuf's JSON form (ProtoGenJsonConverter).</summary>
    public bool JsonConverter { get; init; }

    /// <summary>
    /// Gets whether types in referenced assemblies are used instead of being generated again (ProtoGenReuseReferencedTypes).
    /// </summary>
    public bool ReuseReferencedTypes { get; init; }

    /// <summary>Gets whether projects that reference this one do not get ProtoGen.Runtime. Generated code then must not use it.</summary>
    public bool HidesRuntime { get; init; }

    /// <summary>Gets whether the build writes the generated C# to files, so that the source generator only reports diagnostics.</summary>
    public bool WritesFiles { get; init; }

    /// <summary>Gets whether each client implements a generated interface (ProtoGenClientInterfaces).</summary>
    public bool ClientInterfaces { get; init; }

    /// <summary>Gets whether methods that register all clients and services of the project are generated (ProtoGenRegistration).</summary>
    public bool Registration { get; init; }

    /// <summary>Gets the project's RootNamespace.</summary>
    public string RootNamespace { get; init; } = "";

    /// <summary>Reads the settings.</summary>
    /// <param name="getProperty">Returns the value of an MSBuild property; null or empty if it is not set.</param>
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
