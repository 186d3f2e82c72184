using System.Globalization;

namespace ProtoGen.Benchmarks.Grpc;

/// <summary>What a process has used.</summary>
/// <param name="Cpu">User and kernel time.</param>
/// <param name="AllocatedBytes">On the managed heap.</param>
internal readonly record struct ProcessUsage(TimeSpan Cpu, long AllocatedBytes)
{
    public static ProcessUsage OfThisProcess() => new(Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());

    public static ProcessUsage Parse(string text)
    {
        var figures = text.Split(' ');
        return new ProcessUsage(
            TimeSpan.FromTicks(long.Parse(figures[0], CultureInfo.InvariantCulture)),
            long.Parse(figures[1], CultureInfo.InvariantCulture));
    }

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Cpu.Ticks} {AllocatedBytes}");

    public static ProcessUsage operator -(ProcessUsage later, ProcessUsage earlier) =>
        new(later.Cpu - earlier.Cpu, later.AllocatedBytes - earlier.AllocatedBytes);
}
