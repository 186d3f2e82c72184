#if NET
using System.Runtime.CompilerServices;
#else
using System.Reflection;
using System.Runtime.CompilerServices;
#endif
using Google.Protobuf;

namespace ProtoGen.Runtime;

/// <summary>Holds unknown fields as bytes, in an order that their <see cref="UnknownFieldSet"/> does not keep.</summary>
/// <remarks>
/// Few messages have such fields, so the bytes are in a table beside the sets: a reference in each message would take 8 bytes more.
/// </remarks>
internal sealed class UnknownFieldOrder
{
    private static readonly ConditionalWeakTable<UnknownFieldSet, UnknownFieldOrder> Orders = new();

    // Most programs never need the table.
    private static volatile bool s_isUsed;

    private byte[] _bytes;
    private int _length;

    private UnknownFieldOrder(byte[] bytes)
    {
        _bytes = bytes;
        _length = bytes.Length;
    }

    /// <summary>Gets the serialized fields.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Returns the fields of a set in their order; null if the set itself keeps it.</summary>
    public static UnknownFieldOrder? Find(UnknownFieldSet? set) =>
        s_isUsed && set != null && Orders.TryGetValue(set, out var order) ? order : null;

    /// <summary>Keeps the order of a set's fields from now on.</summary>
    /// <param name="set">The set.</param>
    /// <param name="bytes">Its serialized fields, which become part of the result.</param>
    public static UnknownFieldOrder Keep(UnknownFieldSet set, byte[] bytes)
    {
        var order = new UnknownFieldOrder(bytes);
        Orders.Add(set, order);
        s_isUsed = true;
        return order;
    }

    /// <summary>Appends well-formed fields.</summary>
    public void Append(ReadOnlySpan<byte> fields)
    {
        var length = checked(_length + fields.Length);
        if (length > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Max(length, Math.Min(_bytes.Length * 2L, int.MaxValue / 2)));
        fields.CopyTo(_bytes.AsSpan(_length));
        _length = length;
    }

#if NET
    /// <summary>Returns whether a set has a field with this number, or cannot tell.</summary>
    public static bool HasField(UnknownFieldSet set, int number)
    {
        try
        {
            return Has(set, number);
        }
        catch (MissingMethodException)
        {
            return true;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "HasField")]
    private static extern bool Has(UnknownFieldSet set, int number);
#else
    private static readonly Func<UnknownFieldSet, int, bool>? HasFieldMethod = (Func<UnknownFieldSet, int, bool>?)typeof(UnknownFieldSet)
        .GetMethod("HasField", BindingFlags.Instance | BindingFlags.NonPublic, null, [typeof(int)], null)
        ?.CreateDelegate(typeof(Func<UnknownFieldSet, int, bool>));

    /// <summary>Returns whether a set has a field with this number, or cannot tell.</summary>
    public static bool HasField(UnknownFieldSet set, int number) => HasFieldMethod == null || HasFieldMethod(set, number);
#endif
}
