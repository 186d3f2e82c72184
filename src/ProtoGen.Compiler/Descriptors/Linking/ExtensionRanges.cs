namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>Finds extension ranges.</summary>
internal static class ExtensionRanges
{
    /// <summary>The first range of the message that holds the number.</summary>
    internal static ExtensionRangeDescriptor? Find(MessageDescriptor message, int number)
    {
        foreach (var range in message.ExtensionRanges)
            if (number >= range.Start && number < range.End) return range;
        return null;
    }
}
