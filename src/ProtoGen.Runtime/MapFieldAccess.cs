using Google.Protobuf.Collections;
#if NET9_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#endif

namespace ProtoGen.Runtime;

/// <summary>
/// Accesses the private collections of a <see cref="MapField{TKey, TValue}"/>, so that setting an entry takes one lookup instead of two.
/// </summary>
/// <remarks>
/// The private fields are checked once for each kind of map. If they are not as expected, all methods use the public members.
/// </remarks>
internal static class MapFieldAccess<TKey, TValue>
    where TKey : notnull
{
#if NET9_0_OR_GREATER
    private static readonly bool IsAvailable = Check();

    // The input may claim more entries than it has distinct keys, so the reserve is limited.
    private const int LongestReserve = 1024;

    /// <summary>Reserves room for <paramref name="count"/> more entries.</summary>
    public static void Reserve(MapField<TKey, TValue> map, int count)
    {
        if (IsAvailable)
            Entries(map).EnsureCapacity(map.Count + Math.Min(count, LongestReserve));
    }

    /// <summary>Returns the entries in their order, or null if the private fields cannot be accessed.</summary>
    public static LinkedList<KeyValuePair<TKey, TValue>>? TryGetOrder(MapField<TKey, TValue> map) => IsAvailable ? Order(map) : null;

    /// <summary>Sets the value of a key. Neither may be null.</summary>
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
