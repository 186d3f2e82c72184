using Google.Protobuf.Collections;
#if NET9_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#endif

namespace ProtoGen.Runtime;

/// <summary>
/// Direct access to the dictionary and the list inside a <see cref="MapField{TKey, TValue}"/>, so that an entry is looked for
/// once and not twice. Its members are private, so whether they are what they are taken for is checked once for each kind of
/// map; without them, everything goes the public way.
/// </summary>
internal static class MapFieldAccess<TKey, TValue>
    where TKey : notnull
{
#if NET9_0_OR_GREATER
    private static readonly bool IsAvailable = Check();

    // Keys may repeat: what the input claims is not trusted further than this.
    private const int LongestReserve = 1024;

    /// <summary>Makes room for <paramref name="count"/> entries more.</summary>
    public static void Reserve(MapField<TKey, TValue> map, int count)
    {
        if (IsAvailable)
            Entries(map).EnsureCapacity(map.Count + Math.Min(count, LongestReserve));
    }

    /// <summary>The entries in their order, or null if they can't be reached.</summary>
    public static LinkedList<KeyValuePair<TKey, TValue>>? TryGetOrder(MapField<TKey, TValue> map) => IsAvailable ? Order(map) : null;

    /// <summary>Sets the value of <paramref name="key"/>; neither may be null.</summary>
    public static void Set(MapField<TKey, TValue> map, TKey key, TValue value)
    {
        if (!IsAvailable)
        {
            map[key] = value;
            return;
        }
        ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(Entries(map), key, out var exists);
        var pair = new KeyValuePair<TKey, TValue>(key, value);
        if (exists)
            node!.Value = pair;
        else
            node = Order(map).AddLast(pair);
    }

    private static bool Check()
    {
        try
        {
            var probe = new MapField<TKey, TValue>();
            return Entries(probe).Count == 0 && Order(probe).Count == 0;
        }
        catch (Exception error) when (error is MissingFieldException or NotSupportedException or BadImageFormatException)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "map")]
    private static extern ref Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> Entries(MapField<TKey, TValue> map);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "list")]
    private static extern ref LinkedList<KeyValuePair<TKey, TValue>> Order(MapField<TKey, TValue> map);
#else
    public static void Reserve(MapField<TKey, TValue> map, int count)
    {
    }

    public static LinkedList<KeyValuePair<TKey, TValue>>? TryGetOrder(MapField<TKey, TValue> map) => null;

    public static void Set(MapField<TKey, TValue> map, TKey key, TValue value) => map[key] = value;
#endif
}
