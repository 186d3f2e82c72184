using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Text;

/// <summary>How messages are read from text.</summary>
public sealed record TextReadOptions
{
    /// <summary>The default options.</summary>
    public static TextReadOptions Default { get; } = new();

    /// <summary>Whether fields, extensions and names of enum values that the schema doesn't know are skipped instead of reported.</summary>
    public bool IgnoreUnknownFields { get; init; }

    /// <summary>How many messages may be nested.</summary>
    public int RecursionLimit { get; init; } = 100;

    /// <summary>The messages that an Any may hold, and the extensions to read.</summary>
    public ProtoTypes Types { get; init; } = ProtoTypes.Empty;

    /// <summary>Receives all errors and warnings that protoc's command line prints.</summary>
    /// <remarks>The reader then accepts text that is not Unicode, like protoc's command line.</remarks>
    internal Action<TextError>? Report { get; init; }
}
