using System.Globalization;

namespace ProtoGen.Grpc.Client;

/// <summary>The value of the header <c>grpc-timeout</c>: at most eight digits and a unit.</summary>
internal static class GrpcTimeout
{
    private const long MaxValue = 99_999_999;

    /// <summary>Rounds up, so that the server never gives up before the client does.</summary>
    public static string Format(TimeSpan timeout)
    {
        var (value, unit) = Divide(timeout.Ticks, TimeSpan.TicksPerMillisecond) is var milliseconds and <= MaxValue
            ? (milliseconds, 'm')
            : (Math.Min(Divide(timeout.Ticks, TimeSpan.TicksPerSecond), MaxValue), 'S');
        return string.Create(CultureInfo.InvariantCulture, stackalloc char[16], $"{value}{unit}");
    }

    private static long Divide(long ticks, long unit) => Math.Max(1, (ticks + unit - 1) / unit);
}
