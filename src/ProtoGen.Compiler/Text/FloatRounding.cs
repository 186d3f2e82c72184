namespace ProtoGen.Compiler.Text;

/// <summary>Rounds numbers to floats as C++ does.</summary>
internal static class FloatRounding
{
    private const int RoundedBits = 11;
    private const double LargestRoundedDown = 3.4028235677973366e+38;

    /// <summary>Returns the float nearest to a double.</summary>
    /// <remarks>
    /// protoc rounds the value halfway between the largest float and infinity down to the largest float; .NET rounds it to infinity.
    /// </remarks>
    public static float FromDouble(double value) =>
        Math.Abs(value) == LargestRoundedDown ? Math.Sign(value) * float.MaxValue : (float)value;

    /// <summary>Returns the float nearest to a negative integer or zero.</summary>
    public static float FromNegative(long value) => value == 0 ? 0 : -FromInteger((ulong)-value);

    /// <summary>Returns the float nearest to an integer.</summary>
    /// <remarks>The value is rounded once. A conversion by way of double would round twice.</remarks>
    public static float FromInteger(ulong value)
    {
        if (value < 1UL << 53) return (float)(double)value;
        var isInexact = (value & ((1UL << RoundedBits) - 1)) != 0;
        return (float)(double)((value >> RoundedBits) | (isInexact ? 1UL : 0UL)) * (1 << RoundedBits);
    }
}
