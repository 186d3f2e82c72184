using System.Globalization;
using System.Runtime.CompilerServices;

namespace ProtoGen.Compiler.Emit.Code;

/// <summary>Writes indented text with <c>\n</c> as line ends and culture-invariant numbers.</summary>
/// <remarks>After a writer is disposed, the next writer on the same thread reuses its buffer.</remarks>
public sealed class CodeWriter : IDisposable
{
    private const int SpacesPerLevel = 2;

    [ThreadStatic]
    private static char[]? s_free;

    private char[] _buffer;
    private int _length;
    private int _level;
    private bool _atLineStart = true;

    /// <summary>Creates an empty writer.</summary>
    public CodeWriter()
    {
        _buffer = s_free ?? new char[64 * 1024];
        s_free = null;
    }

    /// <summary>Writes text and indents each line.</summary>
    public void Write(string text)
    {
        var start = 0;
        int end;
        while ((end = text.IndexOf('\n', start)) >= 0)
        {
            // Raw strings contain \r\n if the source file was checked out with \r\n.
            WritePart(text, start, end > start && text[end - 1] == '\r' ? end - 1 : end);
            WriteLine();
            start = end + 1;
        }

        WritePart(text, start, text.Length);
    }

    /// <summary>Writes a character other than a line end.</summary>
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

    /// <summary>Writes an interpolated string without building it first.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] ref Interpolation text) => _ = text;

    /// <summary>Ends the line.</summary>
    public void WriteLine()
    {
        Reserve(1)[_length++] = '\n';
        _atLineStart = true;
    }

    /// <summary>Writes text and ends the line.</summary>
    public void WriteLine(string text)
    {
        Write(text);
        WriteLine();
    }

    /// <summary>Writes an interpolated string and ends the line.</summary>
    public void WriteLine([InterpolatedStringHandlerArgument("")] ref Interpolation text)
    {
        _ = text;
        WriteLine();
    }

    /// <summary>Increases the indentation of the following lines by one level.</summary>
    public void Indent() => _level++;

    /// <summary>Decreases the indentation of the following lines by one level.</summary>
    public void Outdent() => _level--;

    /// <summary>Writes the header and <c> {</c>, and indents what follows.</summary>
    public void OpenBlock(string header)
    {
        Write(header);
        WriteLine(" {");
        Indent();
    }

    /// <summary>Writes the header and <c> {</c>, and indents what follows.</summary>
    public void OpenBlock([InterpolatedStringHandlerArgument("")] ref Interpolation header)
    {
        _ = header;
        WriteLine(" {");
        Indent();
    }

    /// <summary>Outdents, removes an empty line at the end of the block, and writes <c>}</c>.</summary>
    public void CloseBlock()
    {
        Outdent();
        if (_length >= 2 && _buffer[_length - 1] == '\n' && _buffer[_length - 2] == '\n') _length--;
        WriteLine("}");
    }

    /// <summary>Returns the text written so far.</summary>
    public override string ToString() => new(_buffer, 0, _length);

    /// <summary>Makes the buffer available to the next writer.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0 && (s_free is null || s_free.Length < _buffer.Length)) s_free = _buffer;
        _buffer = [];
        _length = 0;
    }

    private void WritePart(string text, int start, int end)
    {
        if (start == end) return;
        StartLine();
        text.CopyTo(start, Reserve(end - start), _length, end - start);
        _length += end - start;
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

    /// <summary>Writes the parts of an interpolated string one by one.</summary>
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
