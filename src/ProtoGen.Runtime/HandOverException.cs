namespace ProtoGen.Runtime;

/// <summary>
/// The span path met something that it leaves to Google.Protobuf's general path: malformed input, a limit, a buffer of the
/// wrong size. Never leaves this assembly.
/// </summary>
internal sealed class HandOverException : Exception
{
    public HandOverException()
        : base("The span path hands over to the general path.")
    {
    }
}
