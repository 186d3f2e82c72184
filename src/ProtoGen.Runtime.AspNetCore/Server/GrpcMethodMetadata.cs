using System.Diagnostics.CodeAnalysis;

namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>What an endpoint says of the gRPC method behind it; in the endpoint's metadata.</summary>
public sealed class GrpcMethodMetadata
{
    /// <summary>Describes the method behind an endpoint.</summary>
    /// <param name="serviceType">The class that implements the service.</param>
    /// <param name="method">The method.</param>
    public GrpcMethodMetadata(
        [DynamicallyAccessedMembers(ServiceMembers.Accessibility)] Type serviceType, IMethod method)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        ArgumentNullException.ThrowIfNull(method);
        ServiceType = serviceType;
        Method = method;
    }

    /// <summary>The class that implements the service.</summary>
    [DynamicallyAccessedMembers(ServiceMembers.Accessibility)]
    public Type ServiceType { get; }

    /// <summary>The method.</summary>
    public IMethod Method { get; }
}
