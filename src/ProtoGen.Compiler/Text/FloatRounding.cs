namespace ProtoGen.Compiler.Text;

/// <summary>Floats as C++ makes them.</summary>
internal static class FloatRounding
{
    private const int RoundedBits = 11;
    private const double LargestRoundedDown = 3.4028235677973366e+38;

    /// <summary>The float nearest to a double; halfway between the largest float and infinity it is the largest float.</summary>
    public static float FromDouble(double value) => Math.Abs(value) == LargestRoundedDown ? Math.Sign(value) * float.MaxValue : (float)value;

    /// <summary>The float nearest to a negative integer or zero.</summary>
    public static float FromNegative(long value) => value == 0 ? 0 : -FromInteger((ulong)-value);

    /// <summary>The float nearest to an integer, rounded once: the way through double would round twice.</summary>
    public static float FromInteger(ulong value)
    {
        if (value < 1UL << 53) return (float)(double)value;
        var isInexact = (value & ((1UL << RoundedBits) - 1)) != 0;
        return (float)(double)((value >> RoundedBits) | (isInexact ? 1UL : 0UL)) * (1 << RoundedBits);
    }
}
