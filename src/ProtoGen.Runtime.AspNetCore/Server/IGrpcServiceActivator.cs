using System.Diagnostics.CodeAnalysis;

namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>
/// Gives each call its instance of a service. Register one, as a singleton, to take this over from the server; its own takes the
/// service from the call's scope if it is registered there, and otherwise creates it.
/// </summary>
/// <typeparam name="TGrpcService">The class that implements the service.</typeparam>
public interface IGrpcServiceActivator<[DynamicallyAccessedMembers(ServiceMembers.Accessibility)] TGrpcService>
    where TGrpcService : class
{
    /// <summary>Gives a call its instance.</summary>
    /// <param name="serviceProvider">The call's services.</param>
    GrpcActivatorHandle<TGrpcService> Create(IServiceProvider serviceProvider);

    /// <summary>Takes the instance back when the call is over.</summary>
    /// <param name="service">What <see cref="Create"/> returned.</param>
    ValueTask ReleaseAsync(GrpcActivatorHandle<TGrpcService> service);
}
