namespace ProtoGen.Grpc;

/// <summary>Adds credentials, such as a token, to the headers of a call about to start.</summary>
/// <param name="context">The call.</param>
/// <param name="metadata">Where to add them.</param>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);
