using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.CSharp.Services;

/// <summary>
/// Everything besides the file on which the C# of its services depends: the options of grpc_csharp_plugin and facts about the compilation.
/// </summary>
public sealed record ServicesOptions
{
    /// <summary>Gets the defaults: a public client and server.</summary>
    public static ServicesOptions Default { get; } = new();

    /// <summary>Gets whether the client is emitted (the plugin's no_client turns it off).</summary>
    public bool EmitClient { get; init; } = true;

    /// <summary>Gets whether the client implements a generated interface (ProtoGenClientInterfaces).</summary>
    public bool EmitClientInterface { get; init; }

    /// <summary>Gets whether the base class and its binding are emitted (the plugin's no_server turns them off).</summary>
    public bool EmitServer { get; init; } = true;

    /// <summary>Gets whether the service class is <c>internal</c>.</summary>
    public bool InternalAccess { get; init; }

    /// <summary>Gets whether ProtoGen.Runtime is referenced, so that marshallers can use its fast readers and writers.</summary>
    public bool HasRuntime { get; init; }

    /// <summary>Gets whether parameters that may be null are annotated with <c>?</c>.</summary>
    public bool NullableAnnotations { get; init; }

    /// <summary>Gets whether a file can enable the annotations by the feature nullable_reference_types.</summary>
    public bool HonorsNullableFeature { get; init; } = true;

    /// <summary>
    /// Gets the full names of the user's partial classes that may be parts of the file's services: <c>My.Space.Greeter.GreeterClient</c>.
    /// </summary>
    public EquatableArray<string> PartialClasses { get; init; }

    /// <summary>Returns the options combined with the file's own features.</summary>
    internal ServicesOptions For(FileDescriptor file) =>
        !NullableAnnotations && HonorsNullableFeature && NullableFeature.IsOn(file) ? this with { NullableAnnotations = true } : this;
}
