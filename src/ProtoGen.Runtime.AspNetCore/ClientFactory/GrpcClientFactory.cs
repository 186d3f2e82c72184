using System.Diagnostics.CodeAnalysis;

namespace ProtoGen.Grpc.ClientFactory;

/// <summary>Makes registered clients by name.</summary>
public abstract class GrpcClientFactory
{
    /// <summary>Makes a client.</summary>
    /// <typeparam name="TClient">The client's type.</typeparam>
    /// <param name="name">The name that it was registered with.</param>
    /// <exception cref="InvalidOperationException">There is no such registration, or it says no address.</exception>
    public abstract TClient CreateClient<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        string name)
        where TClient : class;
}
