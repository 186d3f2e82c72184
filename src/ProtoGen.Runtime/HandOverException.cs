namespace ProtoGen.Runtime;

/// <summary>Signals that Google.Protobuf's own code must read or write the message from the start.</summary>
/// <remarks>The span path throws it for malformed input, a limit, or a buffer of the wrong size. It never leaves this assembly.</remarks>
internal sealed class HandOverException : Exception
{
    public HandOverException()
        : base("The span path hands over to the general path.")
    {
    }
}
