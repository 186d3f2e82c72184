using System.Globalization;

namespace ProtoGen.Benchmarks.Grpc;

/// <summary>What a process holds.</summary>
/// <param name="HeapBytes">On the managed heap, after a full collection.</param>
/// <param name="ResidentBytes">In physical memory.</param>
internal readonly record struct ProcessMemory(long HeapBytes, long ResidentBytes)
{
    public static ProcessMemory OfThisProcess()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return new ProcessMemory(GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
    }

    public static ProcessMemory Parse(string text)
    {
        var figures = text.Split(' ');
        return new ProcessMemory(
            long.Parse(figures[0], CultureInfo.InvariantCulture), long.Parse(figures[1], CultureInfo.InvariantCulture));
    }

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{HeapBytes} {ResidentBytes}");
}
