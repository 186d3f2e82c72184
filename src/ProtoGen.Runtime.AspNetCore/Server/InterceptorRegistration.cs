using System.Diagnostics.CodeAnalysis;

namespace ProtoGen.Grpc.AspNetCore.Server;

/// <summary>An interceptor of the server: its type and the arguments that its constructor gets besides services.</summary>
public class InterceptorRegistration
{
    internal const DynamicallyAccessedMemberTypes Accessibility =
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicMethods;

    private readonly object[] _arguments;

    internal InterceptorRegistration([DynamicallyAccessedMembers(Accessibility)] Type type, object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(arguments);
        if (Array.IndexOf(arguments, null) >= 0)
            throw new ArgumentException("An interceptor's arguments can't be null.", nameof(arguments));
        Type = type;
        _arguments = arguments;
    }

    /// <summary>The interceptor's type.</summary>
    [DynamicallyAccessedMembers(Accessibility)]
    public Type Type { get; }

    /// <summary>What its constructor gets besides services.</summary>
    public IReadOnlyList<object> Arguments => _arguments;

    internal object[] ArgumentArray => _arguments;
}
