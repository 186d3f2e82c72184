using System.Runtime.CompilerServices;
using Google.Protobuf;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

/// <summary>Options for writing messages as JSON.</summary>
/// <remarks>The properties have the names and defaults of <see cref="JsonFormatter.Settings"/>.</remarks>
public sealed record JsonWriteOptions
{
    /// <summary>Gets the default options.</summary>
    public static JsonWriteOptions Default { get; } = new();

    /// <summary>Gets whether fields without presence are written even if they have their default value or no elements.</summary>
    public bool FormatDefaultValues { get; init; }

    /// <summary>Gets whether enums are written as numbers instead of names.</summary>
    public bool FormatEnumsAsIntegers { get; init; }

    /// <summary>Gets whether fields are written with their names in the .proto file instead of their JSON names.</summary>
    public bool PreserveProtoFieldNames { get; init; }

    /// <summary>Gets the indentation of one level; null or empty writes all JSON on one line.</summary>
    public string? Indentation { get; init; }

    /// <summary>Gets the message types that an Any may hold and the extensions that can be written.</summary>
    public ProtoTypes Types { get; init; } = ProtoTypes.Empty;

    /// <summary>Creates options from those of Google.Protobuf's formatter.</summary>
    public static JsonWriteOptions From(JsonFormatter.Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new JsonWriteOptions
        {
            FormatDefaultValues = settings.FormatDefaultValues,
            FormatEnumsAsIntegers = settings.FormatEnumsAsIntegers,
            PreserveProtoFieldNames = PreservesProtoFieldNames(settings),
            Indentation = IndentationOf(settings),
            Types = ProtoTypes.FromRegistry(settings.TypeRegistry),
        };
    }

    // Versions of Google.Protobuf before 3.21 lack the property.
    private static bool PreservesProtoFieldNames(JsonFormatter.Settings settings)
    {
        try
        {
            return GetPreserveProtoFieldNames(settings);
        }
        catch (MissingMethodException)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_PreserveProtoFieldNames")]
    private static extern bool GetPreserveProtoFieldNames(JsonFormatter.Settings settings);

    // Versions of Google.Protobuf before 3.22 lack the property.
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
