namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>The header <c>grpc-timeout</c>: one to eight digits and a unit.</summary>
internal static class GrpcTimeout
{
    private const int MaxDigits = 8;

    /// <exception cref="RpcException">The value is malformed.</exception>
    public static TimeSpan Parse(ReadOnlySpan<char> value)
    {
        if (value.Length is < 2 or > MaxDigits + 1)
            throw Malformed(value);
        var amount = 0L;
        foreach (var c in value[..^1])
        {
            if (!char.IsAsciiDigit(c))
                throw Malformed(value);
            amount = amount * 10 + (c - '0');
        }
        return value[^1] switch
        {
            // 99,999,999 hours are the most that can be said, and fit.
            'H' => TimeSpan.FromTicks(amount * TimeSpan.TicksPerHour),
            'M' => TimeSpan.FromTicks(amount * TimeSpan.TicksPerMinute),
            'S' => TimeSpan.FromTicks(amount * TimeSpan.TicksPerSecond),
            'm' => TimeSpan.FromTicks(amount * TimeSpan.TicksPerMillisecond),
            'u' => TimeSpan.FromTicks(amount * TimeSpan.TicksPerMicrosecond),
            'n' => TimeSpan.FromTicks((amount + TimeSpan.NanosecondsPerTick - 1) / TimeSpan.NanosecondsPerTick),
            _ => throw Malformed(value),
        };
    }

    private static RpcException Malformed(ReadOnlySpan<char> value) =>
        new(new Status(StatusCode.Internal, $"Malformed grpc-timeout header '{value}'."));
}
