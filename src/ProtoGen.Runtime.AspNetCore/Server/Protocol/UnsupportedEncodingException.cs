namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>The client compresses with an algorithm that this server doesn't know; the answer names those that it does.</summary>
internal sealed class UnsupportedEncodingException(string encoding, string acceptEncoding) : RpcException(
    new Status(StatusCode.Unimplemented, $"Unsupported grpc-encoding value '{encoding}'. Supported encodings: {acceptEncoding.Replace(",", ", ")}"))
{
    /// <summary>The value for the header <c>grpc-accept-encoding</c>.</summary>
    public string AcceptEncoding { get; } = acceptEncoding;
}
