using System.IO.Compression;
using ProtoGen.Grpc.Compression;

namespace ProtoGen.Grpc.Client;

/// <summary>The encodings of a channel, by name.</summary>
internal static class ChannelEncodings
{
    private static readonly Dictionary<string, ICompressionProvider> Standard = Index(
        [new GzipCompressionProvider(CompressionLevel.Fastest), new DeflateCompressionProvider(CompressionLevel.Fastest)]);

    public static IReadOnlyDictionary<string, ICompressionProvider> Resolve(IList<ICompressionProvider>? providers) =>
        providers is null ? Standard : Index(providers);

    /// <summary>The value of <c>grpc-accept-encoding</c>.</summary>
    public static string Accept(IEnumerable<string> names) => string.Join(',', names.Prepend("identity"));

    private static Dictionary<string, ICompressionProvider> Index(IEnumerable<ICompressionProvider> providers)
    {
        var index = new Dictionary<string, ICompressionProvider>(StringComparer.Ordinal);
        foreach (var provider in providers)
            index.TryAdd(provider.EncodingName, provider);
        return index;
    }
}
