using System.Buffers;
using ProtoGen.Grpc.Compression;

namespace ProtoGen.Grpc.AspNetCore.Server.Protocol;

/// <summary>Undoes the compression of one message, within the limit on its size.</summary>
internal static class MessageDecompression
{
    private const int ReadSize = 16 * 1024;

    public static Status TooLarge => new(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size.");

    /// <exception cref="RpcException">The data are damaged or become too large.</exception>
    public static ReadOnlySequence<byte> Decompress(in ReadOnlySequence<byte> payload, ICompressionProvider compression, int maxSize)
    {
        var output = new ArrayBufferWriter<byte>();
        try
        {
            using var input = new SequenceStream(payload);
            using var decompressed = compression.CreateDecompressionStream(input);
            while (decompressed.Read(output.GetSpan(ReadSize)) is var count and > 0)
            {
                output.Advance(count);
                if (output.WrittenCount > maxSize)
                    throw new RpcException(TooLarge);
            }
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            var status = new Status(
                StatusCode.Internal, $"Failed to decompress the request with '{compression.EncodingName}'.", exception);
            throw new RpcException(status);
        }
        return new ReadOnlySequence<byte>(output.WrittenMemory);
    }
}
