namespace ProtoGen.Compiler.CSharp.Services;

/// <summary>Which side of a method streams.</summary>
public enum MethodKind
{
    /// <summary>One request, one response.</summary>
    Unary,

    /// <summary>Many requests, one response.</summary>
    ClientStreaming,

    /// <summary>One request, many responses.</summary>
    ServerStreaming,

    /// <summary>Many of both.</summary>
    DuplexStreaming,
}

/// <summary>A method of a service.</summary>
public sealed record ServiceMethodModel
{
    /// <summary>The name in the .proto: the last part of the call's path.</summary>
    public string ProtoName { get; init; } = "";

    /// <summary>The C# method, escaped.</summary>
    public string Name { get; init; } = "";

    /// <summary>The client's asynchronous method: with <c>Async</c> for unary ones.</summary>
    public string AsyncName { get; init; } = "";

    /// <summary>The static field that holds the gRPC method.</summary>
    public string FieldName { get; init; } = "";

    /// <summary>Which side streams.</summary>
    public MethodKind Kind { get; init; }

    /// <summary>The request.</summary>
    public MarshallerModel Request { get; init; } = new("", "");

    /// <summary>The response.</summary>
    public MarshallerModel Response { get; init; } = new("", "");

    /// <summary>Whether it gets <c>[Obsolete]</c>.</summary>
    public bool IsObsolete { get; init; }

    /// <summary>The comment; null when there is none.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether the client sends a stream.</summary>
    public bool ClientStreams => Kind is MethodKind.ClientStreaming or MethodKind.DuplexStreaming;

    /// <summary>Whether the server sends a stream.</summary>
    public bool ServerStreams => Kind is MethodKind.ServerStreaming or MethodKind.DuplexStreaming;
}
