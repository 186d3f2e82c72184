namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>The gRPC call behind an HTTP request, among the request's features.</summary>
public interface IServerCallContextFeature
{
    /// <summary>The call. Once it is over only its status can be asked for.</summary>
    ServerCallContext ServerCallContext { get; }
}
