using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.CSharp.Services;

/// <summary>What the C# of services depends on beside the file: grpc_csharp_plugin's options and facts of the compilation.</summary>
public sealed record ServicesOptions
{
    /// <summary>Client and server, public.</summary>
    public static ServicesOptions Default { get; } = new();

    /// <summary>Whether the client is emitted (the plugin's no_client turns it off).</summary>
    public bool EmitClient { get; init; } = true;

    /// <summary>Whether the client implements an interface of its own (ProtoGenClientInterfaces).</summary>
    public bool EmitClientInterface { get; init; }

    /// <summary>Whether the base class and its binding are emitted (the plugin's no_server turns them off).</summary>
    public bool EmitServer { get; init; } = true;

    /// <summary>Whether the service class is <c>internal</c>.</summary>
    public bool InternalAccess { get; init; }

    /// <summary>Whether ProtoGen.Runtime is referenced, so that marshallers can take the span path.</summary>
    public bool HasRuntime { get; init; }

    /// <summary>Whether parameters that may be null are annotated with <c>?</c>.</summary>
    public bool NullableAnnotations { get; init; }

    /// <summary>Whether a file can ask for the annotations itself, by the feature nullable_reference_types.</summary>
    public bool HonorsNullableFeature { get; init; } = true;

    /// <summary>The options with what the file itself asks for.</summary>
    internal ServicesOptions For(FileDescriptor file) =>
        !NullableAnnotations && HonorsNullableFeature && NullableFeature.IsOn(file) ? this with { NullableAnnotations = true } : this;
}
