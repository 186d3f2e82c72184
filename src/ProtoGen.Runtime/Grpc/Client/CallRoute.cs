namespace ProtoGen.Grpc.Client;

/// <summary>What a channel keeps of a method it has called.</summary>
internal sealed class CallRoute(Uri address, IMethod method)
{
    /// <summary>Where its requests go.</summary>
    public Uri Uri { get; } = new(address, method.FullName);

    public IMethod Method => method;

    /// <summary>The address of the service, as credentials know it: without a default port, with the path of the channel's address.</summary>
    public string ServiceUrl { get; } =
        address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/') + "/" + method.ServiceName;
}
