using Microsoft.Extensions.DependencyInjection;

namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>Configures the gRPC server further; returned by <c>AddGrpc</c>.</summary>
public interface IGrpcServerBuilder
{
    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }
}
