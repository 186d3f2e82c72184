namespace ProtoGen.Interop.Client;

/// <summary>The server answered otherwise than a case expects.</summary>
internal sealed class InteropException(string message) : Exception(message);
