using System.Runtime.CompilerServices;

namespace ProtoGen.Runtime;

/// <summary>Returns the bits of floating-point numbers.</summary>
internal static class Bits
{
    public static uint Of(float value) => Unsafe.As<float, uint>(ref value);

    public static ulong Of(double value) => (ulong)BitConverter.DoubleToInt64Bits(value);
}
