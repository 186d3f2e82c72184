namespace ProtoGen.Grpc.AspNetCore.Server.Routing;

/// <summary>Marks the endpoints that answer calls of what isn't there.</summary>
internal sealed class UnimplementedMetadata
{
    public static readonly UnimplementedMetadata Instance = new();
}
