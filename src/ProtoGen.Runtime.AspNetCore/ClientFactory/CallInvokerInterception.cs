using ProtoGen.Grpc.Interceptors;

namespace ProtoGen.Grpc.ClientFactory;

/// <summary>Puts registered interceptors before an invoker.</summary>
internal static class CallInvokerInterception
{
    /// <summary>An invoker whose calls pass through the interceptors of a scope, the first one first.</summary>
    public static CallInvoker Intercept(
        this CallInvoker invoker, GrpcClientFactoryOptions options, IServiceProvider services, InterceptorScope scope)
    {
        foreach (var registration in options.InterceptorRegistrations.Reverse())
        {
            if (registration.Scope == scope)
                invoker = invoker.Intercept(registration.Creator(services));
        }
        return invoker;
    }
}
