using System.Collections;
using System.Diagnostics;

namespace ProtoGen.Grpc;

/// <summary>
/// The custom headers or trailers of a call, in order; a key may occur more than once. Keys that end in <c>-bin</c> hold
/// bytes, the others ASCII text.
/// </summary>
[DebuggerDisplay("Count = {Count}")]
public sealed partial class Metadata : IList<Metadata.Entry>
{
    /// <summary>The ending of keys whose values are bytes.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>Metadata without entries, which can't be changed.</summary>
    public static readonly Metadata Empty = new Metadata().Freeze();

    /// <summary>A request header that picks the encoding of this call's messages and never travels.</summary>
    internal const string CompressionRequestAlgorithmMetadataKey = "grpc-internal-encoding-request";

    private readonly List<Entry> _entries = [];
    private bool _isReadOnly;

    /// <summary>Makes metadata with no entries.</summary>
    public Metadata()
    {
    }

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => _isReadOnly;

    /// <summary>The entry at a place.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="InvalidOperationException">On set: the metadata is read only.</exception>
    public Entry this[int index]
    {
        get => _entries[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            CheckWriteable();
            _entries[index] = value;
        }
    }

    /// <summary>The last entry with this key, whatever its case; null if there is none.</summary>
    /// <param name="key">The key to look for.</param>
    public Entry? Get(string key)
    {
        for (var i = _entries.Count - 1; i >= 0; i--)
        {
            if (_entries[i].HasKey(key))
                return _entries[i];
        }
        return null;
    }

    /// <summary>The text of the last entry with this key; null if there is none.</summary>
    /// <param name="key">The key to look for.</param>
    /// <exception cref="InvalidOperationException">The entry is binary.</exception>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The bytes of the last entry with this key; null if there is none.</summary>
    /// <param name="key">The key to look for.</param>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    /// <summary>All entries with this key, whatever its case, in order.</summary>
    /// <param name="key">The key to look for.</param>
    public IEnumerable<Entry> GetAll(string key)
    {
        for (var i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].HasKey(key))
                yield return _entries[i];
        }
    }

    /// <summary>Adds a text entry.</summary>
    /// <param name="key">A key that does not end in <c>-bin</c>.</param>
    /// <param name="value">ASCII text.</param>
    /// <exception cref="ArgumentException">The key is not valid.</exception>
    /// <exception cref="InvalidOperationException">The metadata is read only.</exception>
    public void Add(string key, string value) => Add(new Entry(key, value));

    /// <summary>Adds a binary entry.</summary>
    /// <param name="key">A key that ends in <c>-bin</c>.</param>
    /// <param name="valueBytes">The bytes; copied.</param>
    /// <exception cref="ArgumentException">The key is not valid.</exception>
    /// <exception cref="InvalidOperationException">The metadata is read only.</exception>
    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    /// <inheritdoc/>
    public void Add(Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        CheckWriteable();
        _entries.Add(item);
    }

    /// <inheritdoc/>
    public int IndexOf(Entry item) => _entries.IndexOf(item);

    /// <inheritdoc/>
    public bool Contains(Entry item) => _entries.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(Entry[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public void Insert(int index, Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        CheckWriteable();
        _entries.Insert(index, item);
    }

    /// <inheritdoc/>
    public bool Remove(Entry item)
    {
        CheckWriteable();
        return _entries.Remove(item);
    }

    /// <inheritdoc/>
    public void RemoveAt(int index)
    {
        CheckWriteable();
        _entries.RemoveAt(index);
    }

    /// <inheritdoc/>
    public void Clear()
    {
        CheckWriteable();
        _entries.Clear();
    }

    /// <inheritdoc/>
    public IEnumerator<Entry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    /// <summary>Forbids further changes.</summary>
    internal Metadata Freeze()
    {
        _isReadOnly = true;
        return this;
    }

    private void CheckWriteable()
    {
        if (_isReadOnly)
            throw new InvalidOperationException("Object is read only");
    }
}
