using System.Globalization;
using System.Runtime.CompilerServices;

namespace ProtoGen.Compiler.Emit;

/// <summary>Writes indented text with <c>\n</c> line ends and invariant numbers into a buffer that its thread uses again.</summary>
public sealed class CodeWriter : IDisposable
{
    private const int SpacesPerLevel = 2;

    [ThreadStatic]
    private static char[]? s_free;

    private char[] _buffer;
    private int _length;
    private int _level;
    private bool _atLineStart = true;

    /// <summary>Starts empty, with the buffer that the thread's last writer gave back.</summary>
    public CodeWriter()
    {
        _buffer = s_free ?? new char[64 * 1024];
        s_free = null;
    }

    /// <summary>How many characters are written.</summary>
    public int Length => _length;

    /// <summary>Writes text that has no line end in it.</summary>
    public void Write(string text)
    {
        if (text.Length == 0) return;
        StartLine();
        text.CopyTo(0, Reserve(text.Length), _length, text.Length);
        _length += text.Length;
    }

    /// <summary>Writes one character that is no line end.</summary>
    public void Write(char c)
    {
        StartLine();
        Reserve(1)[_length++] = c;
    }

    /// <summary>Writes a number.</summary>
    public void Write(long number)
    {
        if (number is >= 0 and <= 9) Write((char)('0' + number));
        else Write(number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Writes text and holes, without a string in between.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] ref Interpolation text) => _ = text;

    /// <summary>Ends the line.</summary>
    public void Line()
    {
        Reserve(1)[_length++] = '\n';
        _atLineStart = true;
    }

    /// <summary>Writes text and ends the line.</summary>
    public void Line(string text)
    {
        Write(text);
        Line();
    }

    /// <summary>Writes text and holes and ends the line.</summary>
    public void Line([InterpolatedStringHandlerArgument("")] ref Interpolation text)
    {
        _ = text;
        Line();
    }

    /// <summary>Lines from here on are one level deeper.</summary>
    public void Indent() => _level++;

    /// <summary>Lines from here on are one level less deep.</summary>
    public void Outdent() => _level--;

    /// <summary>Writes the header and <c> {</c>, and indents.</summary>
    public void Open(string header)
    {
        Write(header);
        Line(" {");
        Indent();
    }

    /// <summary>Writes the header and <c> {</c>, and indents.</summary>
    public void Open([InterpolatedStringHandlerArgument("")] ref Interpolation header)
    {
        _ = header;
        Line(" {");
        Indent();
    }

    /// <summary>Outdents and writes <c>}</c>.</summary>
    public void Close()
    {
        Outdent();
        Line("}");
    }

    /// <summary>All that was written.</summary>
    public override string ToString() => new(_buffer, 0, _length);

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0 && (s_free is null || s_free.Length < _buffer.Length)) s_free = _buffer;
        _buffer = [];
        _length = 0;
    }

    private void StartLine()
    {
        if (!_atLineStart) return;
        _atLineStart = false;
        var spaces = _level * SpacesPerLevel;
        var buffer = Reserve(spaces);
        for (var i = 0; i < spaces; i++) buffer[_length++] = ' ';
    }

    private char[] Reserve(int count)
    {
        if (_buffer.Length - _length >= count) return _buffer;
        Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        return _buffer;
    }

    /// <summary>Writes the parts of an interpolated string as they come.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Interpolation
    {
        private readonly CodeWriter _writer;

        /// <summary>Called by the C# compiler.</summary>
        public Interpolation(int literalLength, int formattedCount, CodeWriter writer)
        {
            _ = literalLength;
            _ = formattedCount;
            _writer = writer;
        }

        /// <summary>Called by the C# compiler.</summary>
        public void AppendLiteral(string text) => _writer.Write(text);

        /// <summary>Called by the C# compiler.</summary>
        public void AppendFormatted(string text) => _writer.Write(text);

        /// <summary>Called by the C# compiler.</summary>
        public void AppendFormatted(long number) => _writer.Write(number);
    }
}
