using System.Reflection;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Routing;
using ProtoGen.Grpc.AspNetCore.Server;

namespace ProtoGen.Grpc.AspNetCore.Reflection;

/// <summary>The descriptors of the services that an application maps, taken from its endpoints when they are first asked for.</summary>
internal sealed class ServedDescriptors
{
    private readonly Lazy<DescriptorIndex> _index;
    private readonly Lazy<IReadOnlyList<string>> _services;

    public ServedDescriptors(EndpointDataSource endpoints)
    {
        _services = new(() =>
            [.. Methods(endpoints).Select(method => method.Method.ServiceName).Distinct().Order(StringComparer.Ordinal)]);
        _index = new(() => new DescriptorIndex(Methods(endpoints).Select(FindFile).OfType<FileDescriptor>()));
    }

    /// <summary>The full names of the services, in order.</summary>
    public IReadOnlyList<string> Services => _services.Value;

    public DescriptorIndex Index => _index.Value;

    private static IEnumerable<GrpcMethodMetadata> Methods(EndpointDataSource endpoints) => endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>())
        .OfType<GrpcMethodMetadata>();

    // The class around a service's generated base class has its descriptor.
    private static FileDescriptor? FindFile(GrpcMethodMetadata method) =>
        Attribute.GetCustomAttribute(method.ServiceType, typeof(BindServiceMethodAttribute)) is BindServiceMethodAttribute binding
        && binding.BindType.GetProperty("Descriptor", BindingFlags.Static | BindingFlags.Public)?.GetValue(null) is ServiceDescriptor service
            ? service.File
            : null;
}
