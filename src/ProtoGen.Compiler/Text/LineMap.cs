namespace ProtoGen.Compiler.Text;

/// <summary>Stores where the lines of a text start and converts offsets to columns. Only '\n' ends a line.</summary>
internal sealed class LineMap
{
    private const int TabWidth = 8;

    private readonly byte[] _bytes;
    private readonly int[] _starts;
    private readonly bool _hasTabs;
    private readonly bool _isAscii;
    private int[]? _utf16Starts;
    private Mark _last = new(0, 0, 0);

    public LineMap(byte[] bytes)
    {
        _bytes = bytes;
        var lines = 1;
        var isAscii = true;
        foreach (var value in bytes)
        {
            if (value == '\n')
            {
                lines++;
            }
            else if (value == '\t')
            {
                _hasTabs = true;
            }

            isAscii &= value < 0x80;
        }

        _isAscii = isAscii;
        _starts = new int[lines];
        var line = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\n')
            {
                _starts[++line] = i + 1;
            }
        }
    }

    public (int Line, int Column) GetPosition(int offset)
    {
        var line = GetLine(offset);
        var start = _starts[line];
        if (!_hasTabs)
        {
            return (line, offset - start);
        }

        // The search continues from the last offset, so that many positions in one long line are found in linear time.
        var last = _last;
        (var from, var column) = last.Line == line && last.Offset <= offset && last.Offset >= start
            ? (last.Offset, last.Column)
            : (start, 0);
        for (var i = from; i < offset; i++)
        {
            column += i < _bytes.Length && _bytes[i] == '\t' ? TabWidth - (column % TabWidth) : 1;
        }

        _last = new Mark(line, offset, column);
        return (line, column);
    }

    public (int Line, int Column) GetUtf16Position(int offset)
    {
        var line = GetLine(offset);
        return (line, _isAscii ? offset - _starts[line] : CountUtf16(_starts[line], offset));
    }

    public int GetUtf16Offset(int offset)
    {
        if (_isAscii)
        {
            return offset;
        }

        var line = GetLine(offset);
        return (_utf16Starts ??= MakeUtf16Starts())[line] + CountUtf16(_starts[line], offset);
    }

    private int GetLine(int offset)
    {
        var index = Array.BinarySearch(_starts, offset);
        return index >= 0 ? index : ~index - 1;
    }

    private int[] MakeUtf16Starts()
    {
        var starts = new int[_starts.Length];
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] = starts[i - 1] + CountUtf16(_starts[i - 1], _starts[i]);
        }

        return starts;
    }

    private int CountUtf16(int from, int to)
    {
        var count = 0;
        var end = Math.Min(to, _bytes.Length);
        for (var i = from; i < end;)
        {
            var size = Utf8.SequenceLength(_bytes, i, _bytes.Length);
            count += size == 4 ? 2 : 1;
            i += Math.Max(size, 1);
        }

        return count;
    }

    private sealed class Mark(int line, int offset, int column)
    {
        public int Line { get; } = line;

        public int Offset { get; } = offset;

        public int Column { get; } = column;
    }
}
