using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

/// <summary>Google.Protobuf's codecs of maps, made once for each kind of map and not for each field.</summary>
internal static class MapCodecs<TKey, TValue, TKeyCodec, TValueCodec>
    where TKey : notnull
    where TKeyCodec : struct, IValueCodec<TKey>
    where TValueCodec : struct, IValueCodec<TValue>
{
    // A tag that no input can hold, so that each entry comes back to its message's own loop.
    private const uint NoTag = 7;

    /// <summary>For reading one entry.</summary>
    public static readonly MapField<TKey, TValue>.Codec Reading = New(NoTag);

    private static readonly ConcurrentDictionary<uint, MapField<TKey, TValue>.Codec> ByTag = new();

    /// <summary>For writing with <paramref name="tag"/>.</summary>
    public static MapField<TKey, TValue>.Codec Writing(uint tag)
    {
        if (!ByTag.TryGetValue(tag, out var codec))
            ByTag[tag] = codec = New(tag);
        return codec;
    }

    private static MapField<TKey, TValue>.Codec New(uint tag) => new(
        default(TKeyCodec).ToFieldCodec(WireFormat.MakeTag(1, default(TKeyCodec).WireType)),
        default(TValueCodec).ToFieldCodec(WireFormat.MakeTag(2, default(TValueCodec).WireType)),
        tag);
}
