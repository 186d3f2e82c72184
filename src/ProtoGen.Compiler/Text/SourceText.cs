using System.Text;

namespace ProtoGen.Compiler.Text;

/// <summary>The text of a .proto file as UTF-8 bytes. It is compared by content and can be shared between threads.</summary>
public sealed class SourceText : IEquatable<SourceText>
{
    private readonly byte[] _bytes;
    private int _hash;
    private LineMap? _lines;

    private SourceText(byte[] bytes) => _bytes = bytes;

    /// <summary>Gets the number of bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>Gets the bytes, which callers must not change.</summary>
    internal byte[] Bytes => _bytes;

    private LineMap Lines => _lines ??= new LineMap(_bytes);

    /// <summary>Wraps UTF-8 bytes, which must not change afterwards. A byte order mark is part of the text, as for protoc.</summary>
    public static SourceText From(byte[] utf8) => new(utf8 ?? throw new ArgumentNullException(nameof(utf8)));

    /// <summary>Encodes a string.</summary>
    public static SourceText From(string text) => new(Encoding.UTF8.GetBytes(text ?? throw new ArgumentNullException(nameof(text))));

    /// <summary>Returns the zero-based line and column as protoc counts them: columns in bytes, with tab stops every 8.</summary>
    public (int Line, int Column) GetPosition(int byteOffset) => Lines.GetPosition(byteOffset);

    /// <summary>Returns the zero-based line and column as editors count them: columns in UTF-16 units, of which a tab is one.</summary>
    public (int Line, int Column) GetUtf16Position(int byteOffset) => Lines.GetUtf16Position(byteOffset);

    /// <summary>Returns the number of UTF-16 units before a byte.</summary>
    public int GetUtf16Offset(int byteOffset) => Lines.GetUtf16Offset(byteOffset);

    /// <summary>Decodes a part of the text. Bytes that are not UTF-8 are kept as <see cref="Utf8"/> does.</summary>
    public string GetString(TextSpan span) => Utf8.GetString(_bytes, span.Start, span.Length);

    /// <inheritdoc/>
    public bool Equals(SourceText? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        return other is not null && other.Length == Length && other.GetHashCode() == GetHashCode() && HasSameBytes(other._bytes);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SourceText);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_hash == 0)
        {
            var hash = 2166136261;
            foreach (var value in _bytes)
            {
                hash = (hash ^ value) * 16777619;
            }

            _hash = hash == 0 ? 1 : (int)hash;
        }

        return _hash;
    }

    /// <summary>Returns the whole text.</summary>
    public override string ToString() => GetString(new TextSpan(0, Length));

    private bool HasSameBytes(byte[] other)
    {
        for (var i = 0; i < other.Length; i++)
        {
            if (_bytes[i] != other[i])
            {
                return false;
            }
        }

        return true;
    }
}
