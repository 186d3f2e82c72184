using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options.Binary;

/// <summary>
/// Collects the fields of a message as records in the binary format and writes them ordered by number, as protoc serializes a dynamic
/// message.
/// </summary>
/// <remarks>Unknown fields come last.</remarks>
internal sealed class MessageRecords
{
    private const int UnknownField = int.MaxValue;

    private readonly WireWriter _content = new();
    private readonly List<Record> _records = [];
    private bool _isSorted = true;
    private int _start;
    private int _number;
    private bool _isPacked;

    private sealed record Record(int Number, int Start, int End, bool IsPacked);

    /// <summary>Gets the writer for the record between <see cref="Begin"/> and <see cref="Commit"/>.</summary>
    public WireWriter Content => _content;

    /// <summary>Gets whether there are no fields.</summary>
    public bool IsEmpty => _records.Count == 0;

    /// <summary>Removes all fields.</summary>
    public void Clear()
    {
        _content.Clear();
        _records.Clear();
        _isSorted = true;
    }

    /// <summary>Returns the number of records of a field.</summary>
    public int Count(int number) => _records.Count(record => record.Number == number);

    /// <summary>Starts a record of a field. A packed record contains values without a tag.</summary>
    public void Begin(int number, bool isPacked = false)
    {
        _number = number;
        _isPacked = isPacked;
        _start = _content.Length;
    }

    /// <summary>Starts a record of an unknown field.</summary>
    public void BeginUnknown() => Begin(UnknownField);

    /// <summary>Ends the current record.</summary>
    public void Commit() => Add(_number, _start, _isPacked);

    /// <summary>Adds the content that was written since <paramref name="start"/> as a record.</summary>
    public void Add(int number, int start, bool isPacked = false)
    {
        if (_records.Count > 0 && (_records[_records.Count - 1].Number > number || isPacked)) _isSorted = false;
        _isSorted &= !isPacked;
        _records.Add(new Record(number, start, _content.Length, isPacked));
    }

    /// <summary>Removes all records of a field.</summary>
    public void Remove(int number)
    {
        if (_records.RemoveAll(record => record.Number == number) > 0) _isSorted = false;
    }

    /// <summary>Returns all fields ordered by number.</summary>
    public byte[] ToArray()
    {
        var writer = new WireWriter();
        WriteTo(writer);
        return writer.ToArray();
    }

    /// <summary>Writes all fields ordered by number. Records with the same number keep their order.</summary>
    public void WriteTo(WireWriter writer)
    {
        if (_isSorted)
        {
            _content.CopyTo(writer, 0, _content.Length);
            return;
        }

        var order = new int[_records.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(
            order, (x, y) => _records[x].Number != _records[y].Number ? _records[x].Number.CompareTo(_records[y].Number) : x.CompareTo(y));
        for (var i = 0; i < order.Length;) i = _records[order[i]].IsPacked ? WritePacked(writer, order, i) : WriteOne(writer, order, i);
    }

    private int WriteOne(WireWriter writer, int[] order, int index)
    {
        var record = _records[order[index]];
        _content.CopyTo(writer, record.Start, record.End - record.Start);
        return index + 1;
    }

    /// <summary>Writes the values of one packed field after one tag and returns the index of the next field.</summary>
    private int WritePacked(WireWriter writer, int[] order, int index)
    {
        var number = _records[order[index]].Number;
        var start = writer.BeginMessage(number);
        for (; index < order.Length && _records[order[index]].Number == number; index++) WriteOne(writer, order, index);
        writer.EndMessage(start);
        return index;
    }
}
