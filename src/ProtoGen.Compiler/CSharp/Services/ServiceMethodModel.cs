namespace ProtoGen.Compiler.CSharp.Services;

/// <summary>The kinds of methods, by the sides that send a stream.</summary>
public enum MethodKind
{
    /// <summary>One request, one response.</summary>
    Unary,

    /// <summary>Many requests, one response.</summary>
    ClientStreaming,

    /// <summary>One request, many responses.</summary>
    ServerStreaming,

    /// <summary>Many requests, many responses.</summary>
    DuplexStreaming,
}

/// <summary>A method of a service.</summary>
public sealed record ServiceMethodModel
{
    /// <summary>Gets the name in the .proto file, which is the last part of the call's path.</summary>
    public required string ProtoName { get; init; }

    /// <summary>Gets the escaped name of the server's method.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the escaped name of the client's method; for unary calls of the blocking one.</summary>
    public required string ClientName { get; init; }

    /// <summary>Gets the name of the client's asynchronous method, which ends in <c>Async</c> for unary calls.</summary>
    public required string AsyncName { get; init; }

    /// <summary>Gets the name of the static field that contains the gRPC method.</summary>
    public required string FieldName { get; init; }

    /// <summary>Gets the kind of the method.</summary>
    public required MethodKind Kind { get; init; }

    /// <summary>Gets the marshaller of the request.</summary>
    public required MarshallerModel Request { get; init; }

    /// <summary>Gets the marshaller of the response.</summary>
    public required MarshallerModel Response { get; init; }

    /// <summary>Gets whether the generated member has <c>[Obsolete]</c>.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>Gets the comment; null if there is none.</summary>
    public required string? Comment { get; init; }

    /// <summary>Gets whether the client sends a stream.</summary>
    public bool ClientStreams => Kind is MethodKind.ClientStreaming or MethodKind.DuplexStreaming;

    /// <summary>Gets whether the server sends a stream.</summary>
    public bool ServerStreams => Kind is MethodKind.ServerStreaming or MethodKind.DuplexStreaming;
}
