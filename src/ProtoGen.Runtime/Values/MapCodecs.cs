using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

/// <summary>Caches Google.Protobuf's codecs for maps, so that fields of the same map type share them.</summary>
internal static class MapCodecs<TKey, TValue, TKeyCodec, TValueCodec>
    where TKey : notnull
    where TKeyCodec : struct, IValueCodec<TKey>
    where TValueCodec : struct, IValueCodec<TValue>
{
    // An invalid tag makes Google.Protobuf return to the loop of the message after each entry.
    private const uint NoTag = 7;

    /// <summary>The codec that reads one entry.</summary>
    public static readonly MapField<TKey, TValue>.Codec Reading = New(NoTag);

    /// <summary>Returns the codec that writes entries with <paramref name="tag"/>.</summary>
    public static MapField<TKey, TValue>.Codec Writing(uint tag)
    {
        if (!Cache.ByTag.TryGetValue(tag, out var codec))
            Cache.ByTag[tag] = codec = New(tag);
        return codec;
    }

    private static MapField<TKey, TValue>.Codec New(uint tag) => new(
        default(TKeyCodec).ToFieldCodec(WireFormat.MakeTag(1, default(TKeyCodec).WireType)),
        default(TValueCodec).ToFieldCodec(WireFormat.MakeTag(2, default(TValueCodec).WireType)),
        tag);

    // It is a separate class, because a program that only reads from a context needs no dictionary.
    private static class Cache
    {
        public static readonly ConcurrentDictionary<uint, MapField<TKey, TValue>.Codec> ByTag = new();
    }
}
