namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>How the server handles calls of one service; what is set here wins over the options for all services.</summary>
/// <typeparam name="TService">The service.</typeparam>
public class GrpcServiceOptions<TService> : GrpcServiceOptions
    where TService : class
{
}
