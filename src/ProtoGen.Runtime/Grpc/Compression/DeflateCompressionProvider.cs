using System.IO.Compression;

namespace ProtoGen.Grpc.Compression;

/// <summary>The algorithm <c>deflate</c>, which in HTTP and gRPC means deflated data in a zlib envelope (RFC 1950).</summary>
/// <param name="defaultCompressionLevel">The level where a call asks for none.</param>
public class DeflateCompressionProvider(CompressionLevel defaultCompressionLevel) : ICompressionProvider
{
    /// <inheritdoc/>
    public string EncodingName => "deflate";

    /// <inheritdoc/>
    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        new ZLibStream(stream, compressionLevel ?? defaultCompressionLevel, leaveOpen: true);

    /// <inheritdoc/>
    public Stream CreateDecompressionStream(Stream stream) => new ZLibStream(stream, CompressionMode.Decompress, leaveOpen: true);
}
