using System.Runtime.CompilerServices;

namespace ProtoGen.Runtime;

/// <summary>Floating-point numbers as bits.</summary>
internal static class Bits
{
    public static uint Of(float value) => Unsafe.As<float, uint>(ref value);

    public static ulong Of(double value) => (ulong)BitConverter.DoubleToInt64Bits(value);
}
