using System.Globalization;

namespace ProtoGen.Runtime.Text;

/// <summary>The exception for text that is not a valid message of the expected type.</summary>
public sealed class TextFormatException : FormatException
{
    internal TextFormatException(TextError error)
        : base(string.Create(CultureInfo.InvariantCulture, $"{error.Line}:{error.Column}: {error.Description}"))
    {
        Line = error.Line;
        Column = error.Column;
        Description = error.Description;
    }

    /// <summary>Gets the line, counted from 1.</summary>
    public int Line { get; }

    /// <summary>
    /// Gets the position in the line, counted from 1 as protoc does: in UTF-8 bytes, with tab stops at multiples of eight.
    /// </summary>
    public int Column { get; }

    /// <summary>Gets the description of the error without its position.</summary>
    public string Description { get; }
}

/// <summary>An error or a warning about a text.</summary>
internal sealed record TextError(int Line, int Column, string Description)
{
    public bool IsWarning { get; init; }
}
