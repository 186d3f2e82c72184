using Google.Protobuf;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

/// <summary>Options for reading messages from JSON.</summary>
/// <remarks>The properties have the names and defaults of <see cref="JsonParser.Settings"/>.</remarks>
public sealed record JsonReadOptions
{
    /// <summary>Gets the default options.</summary>
    public static JsonReadOptions Default { get; } = new();

    /// <summary>Gets whether unknown members and unknown names of enum values are ignored. By default they are errors.</summary>
    public bool IgnoreUnknownFields { get; init; }

    /// <summary>Gets how deeply objects and arrays may be nested.</summary>
    public int RecursionLimit { get; init; } = 100;

    /// <summary>Gets the message types that an Any may hold and the extensions that can be read.</summary>
    public ProtoTypes Types { get; init; } = ProtoTypes.Empty;

    /// <summary>Creates options from those of Google.Protobuf's parser.</summary>
    public static JsonReadOptions From(JsonParser.Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new JsonReadOptions
        {
            IgnoreUnknownFields = settings.IgnoreUnknownFields,
            RecursionLimit = settings.RecursionLimit,
            Types = ProtoTypes.FromRegistry(settings.TypeRegistry),
        };
    }
}
