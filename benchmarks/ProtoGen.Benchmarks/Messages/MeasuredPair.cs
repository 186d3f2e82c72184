using System.Globalization;

namespace ProtoGen.Benchmarks.Messages;

/// <summary>Time and allocation of one call of each action.</summary>
internal sealed record MeasuredPair(double Theirs, double Ours, long TheirBytes, long OurBytes)
{
    /// <summary>Gets the speed of ProtoGen relative to protoc.</summary>
    public double Ratio => Theirs / Ours;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Theirs,10:F1} ns {Ours,10:F1} ns {Ratio,6:F2} x   {TheirBytes,7} B {OurBytes,7} B");
}
