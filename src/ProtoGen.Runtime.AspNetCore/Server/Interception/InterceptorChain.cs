namespace ProtoGen.Grpc.AspNetCore.Server.Interception;

/// <summary>Puts a method's interceptors around its handler, once and for all calls.</summary>
internal static class InterceptorChain
{
    /// <returns>The outermost link; null if there are no interceptors.</returns>
    public static TMethod? Build<TMethod>(
        IReadOnlyList<InterceptorActivator> interceptors, TMethod handler, Func<InterceptorActivator, TMethod, TMethod> link)
        where TMethod : Delegate
    {
        if (interceptors.Count == 0)
            return null;
        for (var i = interceptors.Count - 1; i >= 0; i--)
            handler = link(interceptors[i], handler);
        return handler;
    }
}
