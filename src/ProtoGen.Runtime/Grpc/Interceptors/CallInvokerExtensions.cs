namespace ProtoGen.Grpc.Interceptors;

/// <summary>Puts interceptors before an invoker.</summary>
public static class CallInvokerExtensions
{
    /// <summary>An invoker whose calls pass through an interceptor.</summary>
    /// <param name="invoker">What makes the calls.</param>
    /// <param name="interceptor">What they pass through.</param>
    public static CallInvoker Intercept(this CallInvoker invoker, Interceptor interceptor) =>
        new InterceptingCallInvoker(invoker, interceptor);

    /// <summary>An invoker whose calls pass through interceptors, the first one first.</summary>
    /// <param name="invoker">What makes the calls.</param>
    /// <param name="interceptors">What they pass through.</param>
    public static CallInvoker Intercept(this CallInvoker invoker, params Interceptor[] interceptors)
    {
        ArgumentNullException.ThrowIfNull(invoker);
        ArgumentNullException.ThrowIfNull(interceptors);
        for (var i = interceptors.Length - 1; i >= 0; i--)
            invoker = invoker.Intercept(interceptors[i]);
        return invoker;
    }

    /// <summary>An invoker whose calls' headers a delegate changes.</summary>
    /// <param name="invoker">What makes the calls.</param>
    /// <param name="interceptor">Gets the headers, never null, and returns those to send.</param>
    public static CallInvoker Intercept(this CallInvoker invoker, Func<Metadata, Metadata> interceptor) =>
        new InterceptingCallInvoker(invoker, new MetadataInterceptor(interceptor));
}
