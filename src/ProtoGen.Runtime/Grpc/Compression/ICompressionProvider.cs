using System.IO.Compression;

namespace ProtoGen.Grpc.Compression;

/// <summary>One compression algorithm for gRPC messages, known to the peer by the name in <c>grpc-encoding</c>.</summary>
public interface ICompressionProvider
{
    /// <summary>The algorithm's name in the headers <c>grpc-encoding</c> and <c>grpc-accept-encoding</c>.</summary>
    string EncodingName { get; }

    /// <summary>Wraps a stream so that what is written is compressed into it. The wrapper leaves the stream open.</summary>
    /// <param name="stream">Takes the compressed bytes.</param>
    /// <param name="compressionLevel">How hard to compress; null for the provider's own level.</param>
    /// <returns>The stream to write to; disposing it finishes the compressed data.</returns>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    /// <summary>Wraps a stream of compressed bytes so that reading gives the original ones.</summary>
    /// <param name="stream">The compressed bytes.</param>
    /// <returns>The stream to read from.</returns>
    Stream CreateDecompressionStream(Stream stream);
}
