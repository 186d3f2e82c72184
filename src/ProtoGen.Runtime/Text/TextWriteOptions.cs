using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Text;

/// <summary>How messages are written as text.</summary>
public sealed record TextWriteOptions
{
    /// <summary>The default options.</summary>
    public static TextWriteOptions Default { get; } = new();

    /// <summary>Whether all is written on one line.</summary>
    public bool SingleLine { get; init; }

    /// <summary>Whether the content of an Any is written as a message, if its type is among <see cref="Types"/>.</summary>
    public bool ExpandAny { get; init; } = true;

    /// <summary>Whether fields that the schema doesn't name are left out instead of written by their numbers.</summary>
    public bool OmitUnknownFields { get; init; }

    /// <summary>The messages that an Any may hold, and the extensions to write by name.</summary>
    public ProtoTypes Types { get; init; } = ProtoTypes.Empty;
}
