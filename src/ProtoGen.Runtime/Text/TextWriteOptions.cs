using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Text;

/// <summary>Options for writing messages in text format.</summary>
public sealed record TextWriteOptions
{
    /// <summary>Gets the default options.</summary>
    public static TextWriteOptions Default { get; } = new();

    /// <summary>Gets whether the text is written on one line.</summary>
    public bool SingleLine { get; init; }

    /// <summary>Gets whether the content of an Any is written as a message, if its type is among <see cref="Types"/>.</summary>
    public bool ExpandAny { get; init; } = true;

    /// <summary>Gets whether unknown fields are omitted. By default they are written by number.</summary>
    public bool OmitUnknownFields { get; init; }

    /// <summary>Gets the message types that an Any may hold and the extensions that are written by name.</summary>
    public ProtoTypes Types { get; init; } = ProtoTypes.Empty;
}
