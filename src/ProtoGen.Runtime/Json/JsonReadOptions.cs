using Google.Protobuf;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

/// <summary>How messages are read from JSON.</summary>
/// <remarks>The properties have the names and defaults of <see cref="JsonParser.Settings"/>.</remarks>
public sealed record JsonReadOptions
{
    /// <summary>The default options.</summary>
    public static JsonReadOptions Default { get; } = new();

    /// <summary>Whether members that no field has the name of, and unknown names of enum values, are skipped instead of reported.</summary>
    public bool IgnoreUnknownFields { get; init; }

    /// <summary>How many objects and arrays may be nested.</summary>
    public int RecursionLimit { get; init; } = 100;

    /// <summary>The messages that an Any may hold, and the extensions to read.</summary>
    public ProtoTypes Types { get; init; } = ProtoTypes.Empty;

    /// <summary>The same options as those of Google.Protobuf's parser.</summary>
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
