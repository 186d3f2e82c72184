namespace ProtoGen.Grpc.ClientFactory;

/// <summary>Which client each name stands for.</summary>
internal sealed class ClientRegistrations
{
    private readonly Dictionary<string, Type> _types = [];

    /// <exception cref="InvalidOperationException">The name stands for another client.</exception>
    public void Add(string name, Type type)
    {
        if (_types.TryAdd(name, type) || _types[name] == type)
            return;
        throw new InvalidOperationException(
            $"The gRPC client factory already has a registered client with the name '{name}', bound to the type "
            + $"'{_types[name].FullName}'. Client names are computed based on the type name without considering the namespace "
            + $"('{type.Name}'). Use an overload of AddGrpcClient that accepts a string and provide a unique name to resolve the "
            + "conflict.");
    }

    public bool Contains(string name) => _types.ContainsKey(name);

    public bool Contains(string name, Type type) => _types.TryGetValue(name, out var registered) && registered == type;
}
