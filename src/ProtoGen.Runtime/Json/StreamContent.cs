using System.Buffers;

namespace ProtoGen.Runtime.Json;

/// <summary>Holds all bytes of a stream in a rented array.</summary>
internal sealed class StreamContent : IDisposable
{
    private byte[] _array = ArrayPool<byte>.Shared.Rent(1 << 12);
    private int _length;

    /// <summary>Gets the bytes without a byte order mark.</summary>
    public ReadOnlySpan<byte> Span
    {
        get
        {
            var all = _array.AsSpan(0, _length);
            return all.StartsWith("\uFEFF"u8) ? all[3..] : all;
        }
    }

    public static StreamContent Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var content = new StreamContent();
        int read;
        while ((read = stream.Read(content.Free().Span)) > 0)
            content._length += read;
        return content;
    }

    public static async Task<StreamContent> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var content = new StreamContent();
        int read;
        while ((read = await stream.ReadAsync(content.Free(), cancellationToken).ConfigureAwait(false)) > 0)
            content._length += read;
        return content;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_array);
        _array = [];
    }

    private Memory<byte> Free()
    {
        if (_length == _array.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, 2L * _length));
            _array.AsSpan().CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_array);
            _array = larger;
        }
        return _array.AsMemory(_length);
    }
}
