using Google.Protobuf;

namespace ProtoGen.Runtime.Tests.Generated;

/// <summary>The outcome of parsing: a message, or an error with its type and text.</summary>
public sealed record Outcome(IMessage? Message, string? Error)
{
    public static Outcome Of(Func<IMessage> parse)
    {
        try
        {
            return new Outcome(parse(), null);
        }
        catch (Exception error)
        {
            return new Outcome(null, error.GetType().Name + ": " + error.Message);
        }
    }
}
