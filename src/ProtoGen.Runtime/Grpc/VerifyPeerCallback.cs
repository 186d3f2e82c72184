namespace ProtoGen.Grpc;

/// <summary>Judges a server's certificate after the usual checks have passed.</summary>
/// <param name="context">The server.</param>
/// <returns>Whether to go on.</returns>
public delegate bool VerifyPeerCallback(VerifyPeerContext context);
