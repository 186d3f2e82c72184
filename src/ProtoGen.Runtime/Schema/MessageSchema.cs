using System.Runtime.CompilerServices;

namespace ProtoGen.Runtime.Schema;

/// <summary>Describes a message type and finds its fields by number or name.</summary>
internal sealed class MessageSchema
{
    private readonly FieldSchema?[] _direct;
    private readonly NameTable<FieldSchema> _byJsonName;
    private readonly NameTable<FieldSchema> _byName;

    /// <summary>Creates the schema of a message type.</summary>
    /// <param name="fullName">The full name, without a leading dot.</param>
    /// <param name="fields">The fields in any order.</param>
    public MessageSchema(string fullName, IEnumerable<FieldSchema> fields)
    {
        FullName = fullName;
        WellKnown = WellKnownTypes.Of(fullName);
        Fields = [.. fields.OrderBy(field => field.Number)];
        for (var i = 0; i < Fields.Length; i++)
            Fields[i].Index = i;

        // Small numbers are found by index, which costs a few slots per field; larger ones by binary search.
        var limit = 4 * Fields.Length + 32;
        var largest = 0;
        foreach (var field in Fields)
            largest = field.Number < limit ? field.Number : largest;
        _direct = new FieldSchema?[largest + 1];
        _byJsonName = new NameTable<FieldSchema>(2 * Fields.Length);
        _byName = new NameTable<FieldSchema>(2 * Fields.Length);
        foreach (var field in Fields)
        {
            if (field.Number < _direct.Length)
                _direct[field.Number] = field;
            _byJsonName.Add(field.JsonName, field);
            _byName.Add(field.Name, field);
            OneofCount = Math.Max(OneofCount, field.Oneof + 1);
        }
        // JSON accepts both names. If one field's name is another field's JSON name, the JSON name wins.
        foreach (var field in Fields)
            _byJsonName.Add(field.Name, field);
        foreach (var field in Fields)
        {
            if (field.GroupName != null)
                _byName.Add(field.GroupName, field);
        }
    }

    public string FullName { get; }

    public WellKnownType WellKnown { get; }

    /// <summary>Gets the fields ordered by number.</summary>
    public FieldSchema[] Fields { get; }

    public bool IsMapEntry { get; init; }

    /// <summary>Gets whether the message has <c>message_set_wire_format</c>.</summary>
    public bool IsMessageSet { get; init; }

    public int OneofCount { get; }

    /// <summary>Gets a function that returns the reserved names of the message.</summary>
    public Func<IEnumerable<string>>? FindReservedNames { get; init; }

    /// <summary>Returns whether a name is reserved. Text format skips fields with reserved names.</summary>
    public bool IsReserved(string name) => FindReservedNames?.Invoke().Contains(name) == true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FieldSchema? Find(int number) => (uint)number < (uint)_direct.Length ? _direct[number] : FindLarge(number);

    /// <summary>Finds a field by its JSON name or its name in the .proto file.</summary>
    public FieldSchema? FindJsonName(ReadOnlySpan<byte> name) => _byJsonName.Find(name);

    /// <summary>Finds a field by its name in the .proto file. A group is also found by the name of its message.</summary>
    public FieldSchema? FindName(ReadOnlySpan<byte> name) => _byName.Find(name);

    private FieldSchema? FindLarge(int number)
    {
        var low = 0;
        var high = Fields.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var found = Fields[middle].Number;
            if (found == number)
                return Fields[middle];
            if (found < number)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return null;
    }
}
