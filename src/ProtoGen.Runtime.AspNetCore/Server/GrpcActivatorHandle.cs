namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>What an activator gives out, with what it needs to know to take it back.</summary>
/// <typeparam name="T">The service or interceptor.</typeparam>
/// <param name="instance">The service or interceptor.</param>
/// <param name="created">Whether the activator made it, so that it is to end with the call.</param>
/// <param name="state">The activator's own.</param>
public readonly struct GrpcActivatorHandle<T>(T instance, bool created, object? state)
{
    /// <summary>The service or interceptor.</summary>
    public T Instance { get; } = instance;

    /// <summary>Whether the activator made it, so that it is to end with the call.</summary>
    public bool Created { get; } = created;

    /// <summary>The activator's own.</summary>
    public object? State { get; } = state;
}
