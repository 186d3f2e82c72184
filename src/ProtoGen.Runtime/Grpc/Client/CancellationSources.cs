namespace ProtoGen.Grpc.Client;

/// <summary>
/// Cancellation sources of calls that ended without being cancelled. A source keeps what the HTTP client's registrations
/// allocated, which is more than itself.
/// </summary>
internal static class CancellationSources
{
    [ThreadStatic]
    private static CancellationTokenSource? t_spare;

    public static CancellationTokenSource Rent()
    {
        var source = t_spare ?? new CancellationTokenSource();
        t_spare = null;
        return source;
    }

    /// <summary>Takes a source back whose token nobody has any more.</summary>
    public static void Return(CancellationTokenSource source)
    {
        if (source.TryReset())
            t_spare = source;
    }
}
