namespace ProtoGen.Compiler.Syntax.Nodes;

/// <summary>A service.</summary>
public sealed class ServiceNode(Name name) : Node
{
    /// <summary>Gets the name.</summary>
    public Name Name { get; } = name;

    /// <summary>Gets the methods in source order.</summary>
    public List<MethodNode> Methods { get; } = [];

    /// <summary>Gets the options.</summary>
    public List<OptionNode> Options { get; } = [];
}

/// <summary>A method of a service.</summary>
public sealed class MethodNode(Name name) : Node
{
    /// <summary>Gets the name.</summary>
    public Name Name { get; } = name;

    /// <summary>Gets the request type as written.</summary>
    public Name InputType { get; internal set; }

    /// <summary>Gets the response type as written.</summary>
    public Name OutputType { get; internal set; }

    /// <summary>Gets whether the client sends a stream of requests.</summary>
    public bool ClientStreaming { get; internal set; }

    /// <summary>Gets whether the server returns a stream of responses.</summary>
    public bool ServerStreaming { get; internal set; }

    /// <summary>Gets whether the method has a block. Even an empty block gives the method options.</summary>
    public bool HasBlock { get; internal set; }

    /// <summary>Gets the options.</summary>
    public List<OptionNode> Options { get; } = [];
}
