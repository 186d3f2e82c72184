using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>Finds extension ranges of messages by number.</summary>
internal sealed class ExtensionRanges
{
    private readonly Dictionary<MessageDescriptor, bool> _areAscending = [];

    /// <summary>Returns the first range of the message that contains the number; null if none does.</summary>
    internal ExtensionRangeDescriptor? Find(MessageDescriptor message, int number)
    {
        var ranges = message.ExtensionRanges;
        if (ranges.Count < 8 || !IsAscending(message)) return FindFirst(ranges, number);
        var (low, high) = (0, ranges.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (number < ranges[middle].Start) high = middle - 1;
            else if (number >= ranges[middle].End) low = middle + 1;
            else return ranges[middle];
        }

        return null;
    }

    private static ExtensionRangeDescriptor? FindFirst(IReadOnlyList<ExtensionRangeDescriptor> ranges, int number)
    {
        foreach (var range in ranges)
            if (number >= range.Start && number < range.End) return range;
        return null;
    }

    /// <summary>Returns whether the message's ranges are sorted and do not overlap.</summary>
    private bool IsAscending(MessageDescriptor message)
    {
        if (_areAscending.TryGetValue(message, out var known)) return known;
        var ranges = message.ExtensionRanges;
        var isAscending = true;
        for (var i = 1; i < ranges.Count; i++) isAscending &= ranges[i - 1].End <= ranges[i].Start;
        _areAscending.Add(message, isAscending);
        return isAscending;
    }
}
