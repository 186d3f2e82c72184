using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Descriptors;

/// <summary>A linked service.</summary>
public sealed class ServiceDescriptor : Descriptor
{
    /// <summary>Gets the methods in source order.</summary>
    public IReadOnlyList<MethodDescriptor> Methods { get; internal set; } = [];

    /// <inheritdoc/>
    public override bool IsDeprecated => Options.GetBool(DescriptorFields.ServiceOptions.Deprecated);

    /// <summary>Gets the service as it was parsed.</summary>
    internal ServiceNode Node => (ServiceNode)SourceNode!;

    internal override Descriptor? Scope => null;
}

/// <summary>A linked method.</summary>
public sealed class MethodDescriptor : Descriptor
{
    /// <summary>Gets the service that declares the method.</summary>
    public ServiceDescriptor Service { get; internal set; } = null!;

    /// <summary>Gets the request type.</summary>
    public MessageDescriptor InputType { get; internal set; } = null!;

    /// <summary>Gets the response type.</summary>
    public MessageDescriptor OutputType { get; internal set; } = null!;

    /// <summary>Gets whether the client sends a stream of requests.</summary>
    public bool ClientStreaming { get; internal set; }

    /// <summary>Gets whether the server returns a stream of responses.</summary>
    public bool ServerStreaming { get; internal set; }

    /// <inheritdoc/>
    public override bool IsDeprecated => Options.GetBool(DescriptorFields.MethodOptions.Deprecated);

    /// <summary>Gets the method as it was parsed.</summary>
    internal MethodNode Node => (MethodNode)SourceNode!;

    internal override Descriptor? Scope => Service;
}
