using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Syntax;

/// <summary>
/// The locations of a file's elements in the order and form of SourceCodeInfo. The paths of options are those before interpretation.
/// </summary>
/// <remarks>They are stored in two arrays of plain values, because a file has about as many locations as tokens.</remarks>
public sealed class SourceLocations
{
    private Entry[] _entries = new Entry[64];
    private int[] _paths = new int[256];
    private int _pathsLength;

    /// <summary>Gets the number of locations.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the location at an index.</summary>
    public SourceLocation this[int index] => new(this, index);

    internal ref Entry GetEntry(int index) => ref _entries[index];

    internal int GetPathElement(int index, int position) => _paths[_entries[index].PathStart + position];

    internal void SetPathElement(int index, int position, int value) => _paths[_entries[index].PathStart + position] = value;

    /// <summary>Adds a location below another one (-1 for the root) that starts at a token.</summary>
    internal int Add(int parent, in Token start)
    {
        if (Count == _entries.Length)
        {
            // Not Array.Resize, for which a ReadyToRun image has no code with our own structs.
            var larger = new Entry[Count * 2];
            Array.Copy(_entries, larger, Count);
            _entries = larger;
        }

        var parentLength = parent < 0 ? 0 : _entries[parent].PathLength;
        ReservePath(parentLength + 2);
        if (parentLength > 0)
        {
            Array.Copy(_paths, _entries[parent].PathStart, _paths, _pathsLength, parentLength);
        }

        _entries[Count] = new Entry
        {
            PathStart = _pathsLength,
            PathLength = parentLength,
            StartLine = start.Line,
            StartColumn = start.Column,
            EndLine = -1,
        };
        _pathsLength += parentLength;
        return Count++;
    }

    /// <summary>Appends an element to the path of the newest location.</summary>
    internal void Extend(int index, int pathElement)
    {
        ReservePath(1);
        _paths[_pathsLength++] = pathElement;
        _entries[index].PathLength++;
    }

    /// <summary>Adds a copy of another list's location.</summary>
    internal int AddCopy(SourceLocations other, int index)
    {
        var copy = Add(-1, default);
        var entry = other._entries[index];
        for (var i = 0; i < entry.PathLength; i++)
        {
            Extend(copy, other.GetPathElement(index, i));
        }

        entry.PathStart = _entries[copy].PathStart;
        _entries[copy] = entry;
        return copy;
    }

    private void ReservePath(int count)
    {
        if (_pathsLength + count > _paths.Length)
        {
            Array.Resize(ref _paths, Math.Max(_paths.Length * 2, _pathsLength + count));
        }
    }

    internal struct Entry
    {
        public int PathStart;
        public int PathLength;
        public int StartLine;
        public int StartColumn;
        public int EndLine;
        public int EndColumn;
        public SourceComments? Comments;
    }
}

/// <summary>The location of one element: SourceCodeInfo.Location. Lines and columns are zero-based, as protoc counts them.</summary>
public readonly struct SourceLocation
{
    private readonly SourceLocations _locations;
    private readonly int _index;

    internal SourceLocation(SourceLocations locations, int index)
    {
        _locations = locations;
        _index = index;
    }

    /// <summary>Gets the number of elements of the path from the file to the element.</summary>
    public int PathLength => _locations.GetEntry(_index).PathLength;

    /// <summary>Gets the first line.</summary>
    public int StartLine => _locations.GetEntry(_index).StartLine;

    /// <summary>Gets the first column.</summary>
    public int StartColumn => _locations.GetEntry(_index).StartColumn;

    /// <summary>Gets the last line.</summary>
    public int EndLine => _locations.GetEntry(_index).EndLine;

    /// <summary>Gets the column after the last one.</summary>
    public int EndColumn => _locations.GetEntry(_index).EndColumn;

    /// <summary>Gets the comments; null if there are none.</summary>
    public SourceComments? Comments => _locations.GetEntry(_index).Comments;

    /// <summary>Returns an element of the path: a field number or an index.</summary>
    public int GetPathElement(int position) => _locations.GetPathElement(_index, position);
}
