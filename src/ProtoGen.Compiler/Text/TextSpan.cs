namespace ProtoGen.Compiler.Text;

/// <summary>A range of a file, counted in the bytes of its UTF-8 form.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Gets the offset of the first byte after the range.</summary>
    public int End => Start + Length;

    /// <summary>Returns the range from <paramref name="start"/> up to, but not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
