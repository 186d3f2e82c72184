namespace ProtoGen.Compiler.Linking;

/// <summary>A range of numbers. The user decides whether the end is inclusive.</summary>
/// <remarks>It is a class, because a ReadyToRun image has no code for lists of structs.</remarks>
internal sealed record NumberRange(long Start, long End)
{
    /// <summary>Orders ranges by their starts, then by their ends.</summary>
    public static int Compare(NumberRange left, NumberRange right) =>
        left.Start != right.Start ? left.Start.CompareTo(right.Start) : left.End.CompareTo(right.End);
}
