using System.Collections.Concurrent;
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>Google.Protobuf's codecs, made once for each kind of value and not for each field.</summary>
internal static class FieldCodecs<T, TCodec>
    where TCodec : struct, IValueCodec<T>
{
    /// <summary>For reading, where the codec's own tag plays no part.</summary>
    public static readonly FieldCodec<T> Reading = default(TCodec).ToFieldCodec(WireFormat.MakeTag(1, default(TCodec).WireType));

    private static readonly ConcurrentDictionary<uint, FieldCodec<T>> ByTag = new();

    /// <summary>For writing with <paramref name="tag"/>.</summary>
    public static FieldCodec<T> Writing(uint tag)
    {
        if (!ByTag.TryGetValue(tag, out var codec))
            ByTag[tag] = codec = default(TCodec).ToFieldCodec(tag);
        return codec;
    }
}
