namespace ProtoGen.Grpc.Interceptors;

/// <summary>Puts interceptors before a channel.</summary>
public static class ChannelExtensions
{
    /// <summary>An invoker for the channel whose calls pass through an interceptor.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="interceptor">What the calls pass through.</param>
    public static CallInvoker Intercept(this ChannelBase channel, Interceptor interceptor) =>
        channel.CreateCallInvoker().Intercept(interceptor);

    /// <summary>An invoker for the channel whose calls pass through interceptors, the first one first.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="interceptors">What the calls pass through.</param>
    public static CallInvoker Intercept(this ChannelBase channel, params Interceptor[] interceptors) =>
        channel.CreateCallInvoker().Intercept(interceptors);

    /// <summary>An invoker for the channel whose calls' headers a delegate changes.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="interceptor">Gets the headers, never null, and returns those to send.</param>
    public static CallInvoker Intercept(this ChannelBase channel, Func<Metadata, Metadata> interceptor) =>
        channel.CreateCallInvoker().Intercept(interceptor);
}
