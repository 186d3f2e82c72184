using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.CSharp;

/// <summary>
/// Everything besides the file on which its C# depends: the options of protoc's csharp_out and facts about the compilation.
/// </summary>
public sealed record CSharpOptions
{
    /// <summary>Gets the defaults: public types, without ProtoGen.Runtime, C# 7.3.</summary>
    public static CSharpOptions Default { get; } = new();

    /// <summary>Gets whether types are <c>internal</c> (csharp_out's internal_access).</summary>
    public bool InternalAccess { get; init; }

    /// <summary>Gets whether messages get <c>[Serializable]</c>.</summary>
    public bool Serializable { get; init; }

    /// <summary>Gets csharp_out's base_namespace; null if it is not set, which differs from empty. Only file names depend on it.</summary>
    public string? BaseNamespace { get; init; }

    /// <summary>Gets the suffix of the file names that csharp_out uses.</summary>
    public string FileExtension { get; init; } = ".cs";

    /// <summary>Gets whether descriptor bytes and doc comments are omitted (experimental_strip_nonfunctional_codegen).</summary>
    public bool StripNonfunctional { get; init; }

    /// <summary>Gets whether reference types are annotated with <c>?</c>, which requires C# 8.</summary>
    public bool NullableAnnotations { get; init; }

    /// <summary>Gets whether a file can enable the annotations by the feature nullable_reference_types.</summary>
    public bool HonorsNullableFeature { get; init; } = true;

    /// <summary>Gets whether ProtoGen.Runtime is referenced, so that messages derive from its base class.</summary>
    public bool HasRuntime { get; init; }

    /// <summary>Gets whether System.Text.Json converts messages to protobuf's JSON form. It requires <see cref="HasRuntime"/>.</summary>
    public bool JsonConverter { get; init; }

    /// <summary>Gets the user's parts of the file's messages.</summary>
    /// <remarks>Other classes are ignored here, but a change in them would generate the file again.</remarks>
    public EquatableArray<PartialClass> PartialClasses { get; init; }

    /// <summary>Gets the version of the referenced Google.Protobuf; null if it is unknown.</summary>
    public Version? GoogleProtobuf { get; init; }

    /// <summary>Returns the options combined with the file's own features.</summary>
    internal CSharpOptions For(FileDescriptor file) =>
        !NullableAnnotations && HonorsNullableFeature && NullableFeature.IsOn(file) ? this with { NullableAnnotations = true } : this;
}
