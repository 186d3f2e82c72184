using System.Diagnostics.CodeAnalysis;

namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>An interceptor of the server: its type and the arguments that its constructor gets besides services.</summary>
public class InterceptorRegistration
{
    internal const DynamicallyAccessedMemberTypes Accessibility =
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicMethods;

    private readonly object[] _arguments;

    private readonly Func<IServiceProvider, IGrpcInterceptorActivator?>? _findActivator;

    internal InterceptorRegistration([DynamicallyAccessedMembers(Accessibility)] Type type, object[] arguments, Func<IServiceProvider, IGrpcInterceptorActivator?>? findActivator = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(arguments);
        if (Array.IndexOf(arguments, null) >= 0)
            throw new ArgumentException("An interceptor's arguments can't be null.", nameof(arguments));
        Type = type;
        _arguments = arguments;
        _findActivator = findActivator;
    }

    /// <summary>The interceptor's type.</summary>
    [DynamicallyAccessedMembers(Accessibility)]
    public Type Type { get; }

    /// <summary>What its constructor gets besides services.</summary>
    public IReadOnlyList<object> Arguments => _arguments;

    internal object[] ArgumentArray => _arguments;

    /// <summary>The application's own activator; null if it has none.</summary>
    internal IGrpcInterceptorActivator? FindActivator(IServiceProvider services) =>
        _findActivator is { } find ? find(services) : FindActivatorByType(services);

    [UnconditionalSuppressMessage(
        "Trimming", "IL2055", Justification = "The interface asks nothing of its type argument but to be an interceptor.")]
    [UnconditionalSuppressMessage(
        "AOT", "IL3050", Justification = "Interceptors are classes, for which generic code is shared.")]
    private IGrpcInterceptorActivator? FindActivatorByType(IServiceProvider services) =>
        (IGrpcInterceptorActivator?)services.GetService(typeof(IGrpcInterceptorActivator<>).MakeGenericType(Type));
}
