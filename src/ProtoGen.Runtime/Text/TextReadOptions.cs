using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Text;

/// <summary>Options for reading messages from text format.</summary>
public sealed record TextReadOptions
{
    /// <summary>Gets the default options.</summary>
    public static TextReadOptions Default { get; } = new();

    /// <summary>Gets whether unknown fields, extensions and names of enum values are ignored. By default they are errors.</summary>
    public bool IgnoreUnknownFields { get; init; }

    /// <summary>Gets how deeply messages may be nested.</summary>
    public int RecursionLimit { get; init; } = 100;

    /// <summary>Gets the message types that an Any may hold and the extensions that can be read.</summary>
    public ProtoTypes Types { get; init; } = ProtoTypes.Empty;

    /// <summary>Gets the receiver of all errors and warnings that protoc's command line prints.</summary>
    /// <remarks>The reader then accepts text that is not Unicode, like protoc's command line.</remarks>
    internal Action<TextError>? Report { get; init; }
}
