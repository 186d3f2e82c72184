using System.Text.Json.Serialization;

namespace ProtoGen.Benchmarks.Json;

// The nine shapes of Messages/Protos as plain classes for System.Text.Json's source generator, named alike in JSON.

internal sealed class Small
{
    public int Id { get; set; }

    public long Timestamp { get; set; }

    public bool Active { get; set; }

    public double Score { get; set; }

    public string Name { get; set; } = "";
}

internal sealed class Packed
{
    public List<int>? Counts { get; set; }

    public List<long>? Deltas { get; set; }

    public List<ulong>? Ids { get; set; }

    public List<double>? Samples { get; set; }

    public List<uint>? Hashes { get; set; }
}

internal sealed class Strings
{
    public List<string>? Lines { get; set; }
}

internal sealed class Nested
{
    public List<Branch>? Branches { get; set; }
}

internal sealed class Branch
{
    public int Id { get; set; }

    public string Label { get; set; } = "";

    public Leaf? First { get; set; }

    public Leaf? Second { get; set; }
}

internal sealed class Leaf
{
    public long Key { get; set; }

    public double Weight { get; set; }

    public string Note { get; set; } = "";
}

internal sealed class Maps
{
    public Dictionary<string, int>? Counts { get; set; }

    public Dictionary<long, string>? Names { get; set; }
}

internal sealed class Blob
{
    public string Name { get; set; } = "";

    public byte[]? Content { get; set; }
}

internal sealed class Deep
{
    public int Level { get; set; }

    public string Label { get; set; } = "";

    public Deep? Child { get; set; }
}

/// <summary>
/// The serializers of System.Text.Json's source generator for the shapes. They omit default values, and write 64-bit numbers with or
/// without quotes.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Small))]
[JsonSerializable(typeof(Packed))]
[JsonSerializable(typeof(Strings))]
[JsonSerializable(typeof(Nested))]
[JsonSerializable(typeof(Maps))]
[JsonSerializable(typeof(Blob))]
[JsonSerializable(typeof(Deep))]
internal sealed partial class PlainShapes : JsonSerializerContext;
