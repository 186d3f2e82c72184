namespace ProtoGen.Compiler.CSharp.Services;

/// <summary>The sides of a method that stream.</summary>
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
    public required string ProtoName { get; init; }

    /// <summary>The server's method, escaped.</summary>
    public required string Name { get; init; }

    /// <summary>The client's method, escaped: the blocking one for unary calls.</summary>
    public required string ClientName { get; init; }

    /// <summary>The client's asynchronous method: with <c>Async</c> for unary calls.</summary>
    public required string AsyncName { get; init; }

    /// <summary>The static field that holds the gRPC method.</summary>
    public required string FieldName { get; init; }

    /// <summary>The sides that stream.</summary>
    public required MethodKind Kind { get; init; }

    /// <summary>The request.</summary>
    public required MarshallerModel Request { get; init; }

    /// <summary>The response.</summary>
    public required MarshallerModel Response { get; init; }

    /// <summary>Gets whether it gets <c>[Obsolete]</c>.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>The comment; null when there is none.</summary>
    public required string? Comment { get; init; }

    /// <summary>Gets whether the client sends a stream.</summary>
    public bool ClientStreams => Kind is MethodKind.ClientStreaming or MethodKind.DuplexStreaming;

    /// <summary>Gets whether the server sends a stream.</summary>
    public bool ServerStreams => Kind is MethodKind.ServerStreaming or MethodKind.DuplexStreaming;
}
