namespace ProtoGen.Interop.Client;

/// <summary>The error that a server's answer differs from the expected one.</summary>
internal sealed class InteropException(string message) : Exception(message);
