namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>The numbers that a message's reserved and extension ranges take, for a quick test.</summary>
internal sealed class RangeSet
{
    private readonly List<(int Start, int End)> _merged = [];

    internal RangeSet(MessageDescriptor message)
    {
        List<(int Start, int End)> ranges = [.. message.ReservedRanges];
        foreach (var range in message.ExtensionRanges) ranges.Add((range.Start, range.End));
        ranges.Sort();
        foreach (var range in ranges)
        {
            if (_merged.Count > 0 && _merged[_merged.Count - 1] is var last && range.Start <= last.End)
                _merged[_merged.Count - 1] = (last.Start, Math.Max(last.End, range.End));
            else
                _merged.Add(range);
        }
    }

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
