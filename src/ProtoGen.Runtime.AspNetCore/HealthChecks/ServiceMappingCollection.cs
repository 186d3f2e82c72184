using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ProtoGen.Grpc.AspNetCore.HealthChecks;

/// <summary>The services that clients can ask the health of.</summary>
public sealed class ServiceMappingCollection : IEnumerable<ServiceMapping>
{
    private readonly Dictionary<string, ServiceMapping> _mappings = new(StringComparer.Ordinal);

    /// <summary>Adds a service; one of the same name is replaced.</summary>
    /// <param name="name">The service's name; empty for the server as a whole.</param>
    /// <param name="predicate">Chooses the health checks that count for it.</param>
    public void Map(string name, Func<HealthCheckMapContext, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(predicate);
        _mappings[name] = new ServiceMapping(name, predicate);
    }

    /// <summary>Removes a service.</summary>
    /// <param name="name">The service's name.</param>
    public void Remove(string name) => _mappings.Remove(name);

    /// <summary>Removes all services.</summary>
    public void Clear() => _mappings.Clear();

    /// <summary>Finds a service.</summary>
    /// <param name="name">The service's name.</param>
    /// <param name="mapping">The service, if it was found.</param>
    /// <returns>Whether it was found.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out ServiceMapping? mapping) => _mappings.TryGetValue(name, out mapping);

    /// <inheritdoc/>
    public IEnumerator<ServiceMapping> GetEnumerator() => _mappings.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
