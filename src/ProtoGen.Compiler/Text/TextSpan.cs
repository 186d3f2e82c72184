namespace ProtoGen.Compiler.Text;

/// <summary>A range of a file, in bytes of its UTF-8 form. Lines and columns are derived by the SourceText.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset of the first byte behind the range.</summary>
    public int End => Start + Length;

    /// <summary>The range from <paramref name="start"/> up to but without <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
