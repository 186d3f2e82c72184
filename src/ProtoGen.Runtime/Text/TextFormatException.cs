using System.Globalization;

namespace ProtoGen.Runtime.Text;

/// <summary>Text that is not a message of the wanted type.</summary>
public sealed class TextFormatException : FormatException
{
    internal TextFormatException(int line, int column, string description)
        : base(string.Create(CultureInfo.InvariantCulture, $"{line}:{column}: {description}"))
    {
        Line = line;
        Column = column;
        Description = description;
    }

    /// <summary>The line, counted from 1.</summary>
    public int Line { get; }

    /// <summary>The position in the line, counted from 1 in bytes of UTF-8.</summary>
    public int Column { get; }

    /// <summary>What is wrong, without the position.</summary>
    public string Description { get; }
}
