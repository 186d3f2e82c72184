using System.Buffers;

namespace ProtoGen.Runtime.Tests.Generated;

/// <summary>An output that returns buffers of one size, whichever size is requested.</summary>
internal sealed class NarrowBufferWriter(int size) : IBufferWriter<byte>
{
    private readonly byte[] _piece = new byte[size];
    private readonly List<byte> _written = [];

    public byte[] Written => [.. _written];

    public void Advance(int count) => _written.AddRange(_piece.AsSpan(0, count));

    public Memory<byte> GetMemory(int sizeHint = 0) => _piece;

    public Span<byte> GetSpan(int sizeHint = 0) => _piece;
}
