namespace ProtoGen.Compiler.Linking;

/// <summary>The union of number ranges, with a fast membership test.</summary>
internal sealed class RangeSet
{
    private readonly List<NumberRange> _merged = [];

    /// <summary>Creates the union.</summary>
    /// <param name="ranges">The ranges with exclusive ends, in any order.</param>
    internal RangeSet(List<NumberRange> ranges)
    {
        if (ranges.Count > 1) ranges.Sort(NumberRange.Compare);
        foreach (var range in ranges)
        {
            if (range.Start >= range.End) HasOverlaps = true;
            if (_merged.Count > 0 && _merged[_merged.Count - 1] is var last && range.Start <= last.End)
            {
                HasOverlaps |= range.Start < last.End;
                _merged[_merged.Count - 1] = new NumberRange(last.Start, Math.Max(last.End, range.End));
            }
            else
            {
                _merged.Add(range);
            }
        }
    }

    /// <summary>Gets whether ranges may overlap. Empty and inverted ranges always may.</summary>
    internal bool HasOverlaps { get; }

    internal bool Contains(int number)
    {
        var (low, high) = (0, _merged.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (number < _merged[middle].Start) high = middle - 1;
            else if (number >= _merged[middle].End) low = middle + 1;
            else return true;
        }

        return false;
    }
}
