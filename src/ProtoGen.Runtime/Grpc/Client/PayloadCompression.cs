using System.Buffers;
using ProtoGen.Grpc.Compression;

namespace ProtoGen.Grpc.Client;

/// <summary>Compresses and decompresses payloads between rented buffers.</summary>
internal static class PayloadCompression
{
    /// <summary>A frame with the payload compressed, its header not yet written.</summary>
    public static Frame Compress(Frame frame, ICompressionProvider provider)
    {
        using var output = new RentedStream(Frame.HeaderSize, int.MaxValue);
        using (var compressor = provider.CreateCompressionStream(output, null))
            compressor.Write(frame.Buffer, Frame.HeaderSize, frame.Length - Frame.HeaderSize);
        return output.Take();
    }

    /// <summary>The payload decompressed, without a header.</summary>
    /// <param name="payload">The compressed payload.</param>
    /// <param name="provider">Knows the encoding.</param>
    /// <param name="maxSize">The largest payload allowed, in bytes, after decompression; null for any.</param>
    /// <exception cref="RpcException">It grows beyond <paramref name="maxSize"/>.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static Frame Decompress(ArraySegment<byte> payload, ICompressionProvider provider, int? maxSize)
    {
        using var output = new RentedStream(0, maxSize ?? Array.MaxLength);
        using var input = new MemoryStream(payload.Array!, payload.Offset, payload.Count, writable: false);
        using (var decompressor = provider.CreateDecompressionStream(input))
        {
            var chunk = ArrayPool<byte>.Shared.Rent(16 * 1024);
            try
            {
                int read;
                while ((read = decompressor.Read(chunk, 0, chunk.Length)) > 0)
                    output.Write(chunk, 0, read);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(chunk);
            }
        }
        return output.Take();
    }
}
