using System.Text;

namespace ProtoGen.Runtime.Schema;

/// <summary>Describes a value of an enum.</summary>
/// <param name="Name">The name in the .proto file.</param>
/// <param name="Number">The number of the value.</param>
/// <param name="JsonName">The name in JSON: (pb.enumvalue.json).string of edition 2026, or <paramref name="Name"/>.</param>
internal sealed record EnumValueSchema(string Name, int Number, string JsonName)
{
    public byte[] NameBytes { get; } = Encoding.UTF8.GetBytes(Name);

    public byte[] JsonNameBytes { get; } = Encoding.UTF8.GetBytes(JsonName);
}

/// <summary>Describes an enum and finds its values by number or name.</summary>
internal sealed class EnumSchema
{
    // Values with numbers from 0 to this one are found by index.
    private const int LargestDirect = 1024;

    private readonly EnumValueSchema?[] _direct;
    private readonly Dictionary<int, EnumValueSchema> _others = [];
    private readonly NameTable<EnumValueSchema> _byName;

    public EnumSchema(string fullName, bool isClosed, IReadOnlyList<EnumValueSchema> values)
    {
        FullName = fullName;
        IsClosed = isClosed;
        IsNullValue = fullName == "google.protobuf.NullValue";
        var largest = values.Where(value => value.Number is >= 0 and <= LargestDirect)
            .Select(value => value.Number)
            .DefaultIfEmpty(-1)
            .Max();
        _direct = new EnumValueSchema?[largest + 1];
        _byName = new NameTable<EnumValueSchema>(2 * values.Count);
        foreach (var value in values)
        {
            // The first value with a number gives it its name; further values are aliases.
            if ((uint)value.Number < (uint)_direct.Length)
                _direct[value.Number] ??= value;
            else
                _others.TryAdd(value.Number, value);
            _byName.Add(value.Name, value);
        }
        foreach (var value in values)
            _byName.Add(value.JsonName, value);
    }

    public string FullName { get; }

    public bool IsClosed { get; }

    public bool IsNullValue { get; }

    public EnumValueSchema? Find(int number) =>
        (uint)number < (uint)_direct.Length ? _direct[number] : _others.GetValueOrDefault(number);

    /// <summary>Finds a value by its name in the .proto file or in JSON.</summary>
    public EnumValueSchema? Find(ReadOnlySpan<byte> name) => _byName.Find(name);
}
