using System.Collections.Concurrent;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>Caches Google.Protobuf's codecs, so that fields of the same type share them.</summary>
internal static class FieldCodecs<T, TCodec>
    where TCodec : struct, IValueCodec<T>
{
    /// <summary>The codec for reading, which does not use its tag.</summary>
    public static readonly FieldCodec<T> Reading = default(TCodec).ToFieldCodec(WireFormat.MakeTag(1, default(TCodec).WireType));

    /// <summary>Returns the codec that writes values with <paramref name="tag"/>.</summary>
    public static FieldCodec<T> Writing(uint tag)
    {
        if (!Cache.ByTag.TryGetValue(tag, out var codec))
            Cache.ByTag[tag] = codec = default(TCodec).ToFieldCodec(tag);
        return codec;
    }

    // It is a separate class, because a program that only reads from a context needs no dictionary.
    private static class Cache
    {
        public static readonly ConcurrentDictionary<uint, FieldCodec<T>> ByTag = new();
    }
}
