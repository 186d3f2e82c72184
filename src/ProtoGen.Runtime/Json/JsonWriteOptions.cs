using System.Runtime.CompilerServices;
using Google.Protobuf;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

/// <summary>How messages are written as JSON.</summary>
/// <remarks>The properties have the names and defaults of <see cref="JsonFormatter.Settings"/>.</remarks>
public sealed record JsonWriteOptions
{
    /// <summary>The default options.</summary>
    public static JsonWriteOptions Default { get; } = new();

    /// <summary>Whether fields without presence are written even if they have their default value or, if repeated, no element.</summary>
    public bool FormatDefaultValues { get; init; }

    /// <summary>Whether enums are written as numbers instead of names.</summary>
    public bool FormatEnumsAsIntegers { get; init; }

    /// <summary>Whether fields have their names of the .proto file instead of their JSON names.</summary>
    public bool PreserveProtoFieldNames { get; init; }

    /// <summary>What one level is indented by; null or empty for JSON on one line.</summary>
    public string? Indentation { get; init; }

    /// <summary>The messages that an Any may hold, and the extensions to write.</summary>
    public ProtoTypes Types { get; init; } = ProtoTypes.Empty;

    /// <summary>The same options as those of Google.Protobuf's formatter.</summary>
    public static JsonWriteOptions From(JsonFormatter.Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new JsonWriteOptions
        {
            FormatDefaultValues = settings.FormatDefaultValues,
            FormatEnumsAsIntegers = settings.FormatEnumsAsIntegers,
            PreserveProtoFieldNames = settings.PreserveProtoFieldNames,
            Indentation = IndentationOf(settings),
            Types = ProtoTypes.FromRegistry(settings.TypeRegistry),
        };
    }

    // Google.Protobuf has the property since 3.22, and the runtime works with older versions.
    private static string? IndentationOf(JsonFormatter.Settings settings)
    {
        try
        {
            return GetIndentation(settings);
        }
        catch (MissingMethodException)
        {
            return null;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Indentation")]
    private static extern string? GetIndentation(JsonFormatter.Settings settings);
}
