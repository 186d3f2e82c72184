namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>The media types of gRPC: <c>application/grpc</c>, with <c>+proto</c> and the like, with parameters.</summary>
internal static class ContentTypes
{
    public const string Grpc = "application/grpc";

    public static bool IsGrpc(string? contentType) =>
        contentType is not null
        && contentType.StartsWith(Grpc, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == Grpc.Length || contentType[Grpc.Length] is '+' or ';' or ' ');
}
