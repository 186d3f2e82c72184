namespace ProtoGen.Grpc.AspNetCore.ClientFactory;

/// <summary>How a registered client takes over deadline and cancellation from the call being served.</summary>
public class GrpcContextPropagationOptions
{
    /// <summary>Whether a call outside a call being served is made all the same; by default it fails.</summary>
    public bool SuppressContextNotFoundErrors { get; set; }
}
