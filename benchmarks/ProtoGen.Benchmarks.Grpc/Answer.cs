namespace ProtoGen.Benchmarks.Grpc;

/// <summary>Keeps a benchmark from measuring calls that don't work.</summary>
internal static class Answer
{
    /// <exception cref="InvalidDataException">The values differ.</exception>
    public static void Check(long actual, long expected)
    {
        if (actual != expected)
            throw new InvalidDataException($"The server answered {actual} where {expected} was due.");
    }
}
