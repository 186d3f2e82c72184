namespace ProtoGen.Grpc.Client;

/// <summary>What a channel keeps of a method it has called.</summary>
internal sealed class CallRoute(Uri address, IMethod method)
{
    /// <summary>Where its requests go.</summary>
    public Uri Uri { get; } = new(address, method.FullName);

    public IMethod Method => method;

    /// <summary>The address of the service, as credentials know it: without a default port.</summary>
    public string ServiceUrl { get; } =
        address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) + "/" + method.ServiceName;
}
