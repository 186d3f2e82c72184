namespace ProtoGen.Compiler.Serialization;

/// <summary>Options for the content of a FileDescriptorProto.</summary>
/// <param name="JsonNames">Whether every field has json_name. Otherwise only fields whose source sets it have one.</param>
/// <param name="RetainOptions">Whether options with source retention are kept.</param>
/// <param name="SourceInfo">Whether comments and locations are included.</param>
public sealed record DescriptorForm(bool JsonNames, bool RetainOptions, bool SourceInfo)
{
    /// <summary>Gets the form that <c>protoc --descriptor_set_out</c> writes.</summary>
    public static DescriptorForm DescriptorSet { get; } = new(JsonNames: true, RetainOptions: false, SourceInfo: false);

    /// <summary>Gets the form that protoc's C# code embeds.</summary>
    public static DescriptorForm Embedded { get; } = new(JsonNames: false, RetainOptions: false, SourceInfo: false);

    /// <summary>
    /// Gets the form for versions of Google.Protobuf that do not support the file's edition. For proto2 and proto3 files it equals <see
    /// cref="Embedded"/>.
    /// </summary>
    public static DescriptorForm EmbeddedLowered { get; } = Embedded with { IsLowered = true };

    /// <summary>Gets whether a file with an edition is rewritten as proto2 or proto3; see <see cref="LoweredFile"/>.</summary>
    public bool IsLowered { get; init; }
}
