using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

/// <summary>Writes JSON text in UTF-8.</summary>
internal unsafe struct JsonOutput(int capacity, string? indentation, int depth)
{
    // The first bytes of characters that may need an escape.
    private static readonly SearchValues<byte> Suspects = SearchValues.Create(MakeSuspects());

    private readonly byte[]? _indentation = string.IsNullOrEmpty(indentation) ? null : Encoding.UTF8.GetBytes(indentation);
    private OutputBuffer _buffer = new(capacity);
    private int _depth = depth;

    public int Length
    {
        readonly get => _buffer.Length;
        set => _buffer.Length = value;
    }

    public readonly ReadOnlySpan<byte> Written => _buffer.Written;

    public readonly ReadOnlyMemory<byte> WrittenMemory => _buffer.WrittenMemory;

    public void Dispose() => _buffer.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteOpening(byte bracket)
    {
        _buffer.Add(bracket);
        _depth++;
    }

    /// <summary>
    /// Writes the closing bracket of an object or array; with indentation on its own line, unless the container is empty.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteClosing(byte bracket, bool isEmpty)
    {
        _depth--;
        if (_indentation != null && !isEmpty)
            WriteNewLine();
        _buffer.Add(bracket);
    }

    /// <summary>Writes the separator before the next member or element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteSeparator(ref bool isFirst)
    {
        if (isFirst)
            isFirst = false;
        else
            _buffer.Add((byte)',');
        if (_indentation != null)
            WriteNewLine();
    }

    /// <summary>Writes the separator, the name and the colon of the next member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteMember(MemberName name, ref bool isFirst)
    {
        if (_indentation != null)
        {
            WriteSeparator(ref isFirst);
            _buffer.Add(name.Quoted);
            WriteColon();
            return;
        }

        ref var destination = ref _buffer.Reserve(Math.Max(name.Length, MemberName.Padded));
        ref var source = ref MemoryMarshal.GetArrayDataReference(name.Text);
        var length = name.Length;
        if (isFirst)
        {
            isFirst = false;
            source = ref Unsafe.Add(ref source, 1);
            length--;
        }

        // A copy of constant size compiles to two vector moves.
        if (length <= MemberName.Padded)
            Unsafe.CopyBlockUnaligned(ref destination, ref source, MemberName.Padded);
        else
            Unsafe.CopyBlockUnaligned(ref destination, ref source, (uint)length);
        _buffer.Length += length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteColon()
    {
        _buffer.Add((byte)':');
        if (_indentation != null)
            _buffer.Add((byte)' ');
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(ReadOnlySpan<byte> text) => _buffer.Add(text);

    public void WriteQuoted(ReadOnlySpan<byte> asciiText)
    {
        _buffer.Add((byte)'"');
        _buffer.Add(asciiText);
        _buffer.Add((byte)'"');
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteBool(bool value) => _buffer.Add(value ? "true"u8 : "false"u8);

    public void WriteInt64(long value)
    {
        ref var start = ref _buffer.Reserve(NumberText.LongestNumber);
        _buffer.Length += NumberText.Write(ref start, value);
    }

    public void WriteUInt64(ulong value)
    {
        ref var start = ref _buffer.Reserve(NumberText.LongestNumber);
        _buffer.Length += NumberText.Write(ref start, value);
    }

    public void WriteQuotedInt64(long value)
    {
        ref var start = ref _buffer.Reserve(NumberText.LongestNumber);
        start = (byte)'"';
        EndQuotedNumber(ref start, NumberText.Write(ref Unsafe.Add(ref start, 1), value));
    }

    public void WriteQuotedUInt64(ulong value)
    {
        ref var start = ref _buffer.Reserve(NumberText.LongestNumber);
        start = (byte)'"';
        EndQuotedNumber(ref start, NumberText.Write(ref Unsafe.Add(ref start, 1), value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndQuotedNumber(ref byte start, int length)
    {
        Unsafe.Add(ref start, length + 1) = (byte)'"';
        _buffer.Length += length + 2;
    }

    public void WriteDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            WriteNotFinite(value);
            return;
        }
        ref var start = ref _buffer.Reserve(NumberText.LongestNumber);
        _buffer.Length += NumberText.Write(ref start, value);
    }

    public void WriteFloat(float value)
    {
        if (!float.IsFinite(value))
        {
            WriteNotFinite(value);
            return;
        }
        ref var start = ref _buffer.Reserve(NumberText.LongestNumber);
        _buffer.Length += NumberText.Write(ref start, value);
    }

    private void WriteNotFinite(double value) =>
        _buffer.Add(double.IsNaN(value) ? "\"NaN\""u8 : value > 0 ? "\"Infinity\""u8 : "\"-Infinity\""u8);

    public void WriteBase64(ReadOnlySpan<byte> value)
    {
        _buffer.Add((byte)'"');
        var span = _buffer.ReserveSpan(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(value.Length));
        System.Buffers.Text.Base64.EncodeToUtf8(value, span, out _, out var written);
        _buffer.Length += written;
        _buffer.Add((byte)'"');
    }

    /// <summary>Writes UTF-8 text as a JSON string, with the escapes that protoc's C++ runtime writes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteString(ReadOnlySpan<byte> value)
    {
        ref var start = ref _buffer.Reserve(value.Length + 2);
        start = (byte)'"';
        if (!PlainText.TryCopy(ref MemoryMarshal.GetReference(value), ref Unsafe.Add(ref start, 1), (nuint)value.Length))
        {
            WriteStringWithEscapes(value);
            return;
        }
        Unsafe.Add(ref start, value.Length + 1) = (byte)'"';
        _buffer.Length += value.Length + 2;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteStringWithEscapes(ReadOnlySpan<byte> value)
    {
        _buffer.Add((byte)'"');
        var plain = value.IndexOfAny(Suspects);
        while (plain >= 0)
        {
            _buffer.Add(value[..plain]);
            value = value[plain..];
            value = value[WriteCharacter(value)..];
            plain = value.IndexOfAny(Suspects);
        }
        _buffer.Add(value);
        _buffer.Add((byte)'"');
    }

    /// <summary>Writes the first character of <paramref name="value"/>, escaped if necessary, and returns its length in bytes.</summary>
    private int WriteCharacter(ReadOnlySpan<byte> value)
    {
        if (Rune.DecodeFromUtf8(value, out var rune, out var length) != OperationStatus.Done)
        {
            _buffer.Add("\uFFFD"u8);
            return length;
        }
        var escape = rune.Value switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\b' => "\\b"u8,
            '\f' => "\\f"u8,
            '\n' => "\\n"u8,
            '\r' => "\\r"u8,
            '\t' => "\\t"u8,
            _ => default,
        };
        if (!escape.IsEmpty)
            _buffer.Add(escape);
        else if (!MustEscape(rune.Value))
            _buffer.Add(value[..length]);
        else
            WriteEscape(rune);
        return length;
    }

    private void WriteEscape(Rune rune)
    {
        Span<char> units = stackalloc char[2];
        foreach (var unit in units[..rune.EncodeToUtf16(units)])
        {
            var span = _buffer.ReserveSpan(6);
            "\\u"u8.CopyTo(span);
            ((int)unit).TryFormat(span[2..], out _, "x4", CultureInfo.InvariantCulture);
            _buffer.Length += 6;
        }
    }

    // JSON does not require most of these escapes. They make the text safe in HTML and JavaScript, and protoc's C++ runtime writes them.
    private static bool MustEscape(int rune) => rune
        is < 0x20 or '<' or '>' or (>= 0x7F and <= 0x9F) or 0xAD or (>= 0x600 and <= 0x603) or 0x6DD or 0x70F or 0x17B4 or 0x17B5
        or (>= 0x200B and <= 0x200F) or (>= 0x2028 and <= 0x202E) or (>= 0x2060 and <= 0x2064) or (>= 0x206A and <= 0x206F)
        or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or (>= 0x1D173 and <= 0x1D17A) or 0xE0001 or (>= 0xE0020 and <= 0xE007F);

    private static byte[] MakeSuspects()
    {
        var suspects = new List<byte>();
        for (var b = 0; b < 0x20; b++)
            suspects.Add((byte)b);
        suspects.AddRange("\"\\<>\x7F"u8);
        // The lead bytes of the characters in MustEscape.
        suspects.AddRange([0xC2, 0xD8, 0xDB, 0xDC, 0xE1, 0xE2, 0xEF, 0xF0, 0xF3]);
        return [.. suspects];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteNewLine()
    {
        _buffer.Add((byte)'\n');
        for (var i = 0; i < _depth; i++)
            _buffer.Add(_indentation);
    }
}
