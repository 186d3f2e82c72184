using System.Globalization;

namespace ProtoGen.Runtime.Text;

/// <summary>Text that is not a message of the wanted type.</summary>
public sealed class TextFormatException : FormatException
{
    internal TextFormatException(TextError error)
        : base(string.Create(CultureInfo.InvariantCulture, $"{error.Line}:{error.Column}: {error.Description}"))
    {
        Line = error.Line;
        Column = error.Column;
        Description = error.Description;
    }

    /// <summary>The line, counted from 1.</summary>
    public int Line { get; }

    /// <summary>The position in the line as protoc counts it: from 1, in bytes of UTF-8, with tabs to the next multiple of eight.</summary>
    public int Column { get; }

    /// <summary>What is wrong, without the position.</summary>
    public string Description { get; }
}

/// <summary>An error or a warning about a text.</summary>
internal sealed record TextError(int Line, int Column, string Description)
{
    public bool IsWarning { get; init; }
}
