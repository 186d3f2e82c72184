using Google.Protobuf.Collections;
#if NET
using System.Runtime.CompilerServices;
#endif

namespace ProtoGen.Runtime;

/// <summary>Accesses the private array of a <see cref="RepeatedField{T}"/>.</summary>
/// <remarks>
/// The private fields are checked once for each element type. If they are not as expected, callers use the public members.
/// </remarks>
internal static class RepeatedFieldAccess<T>
{
#if NET
    private static readonly bool IsAvailable = Check();

    /// <summary>Gets the elements; returns false if the private array cannot be accessed.</summary>
    public static bool TryGetElements(RepeatedField<T> field, out ReadOnlySpan<T> elements)
    {
        if (!IsAvailable)
        {
            elements = default;
            return false;
        }
        elements = Elements(field).AsSpan(0, Count(field));
        return true;
    }

    /// <summary>Appends elements for the caller to fill in; returns false if the private array cannot be accessed.</summary>
    public static bool TryAppend(RepeatedField<T> field, int count, out Span<T> added)
    {
        if (!TryReserve(field, count, out added))
            return false;
        Count(field) += count;
        return true;
    }

    /// <summary>Reserves room after the last element; returns false if the private array cannot be accessed.</summary>
    public static bool TryReserve(RepeatedField<T> field, int count, out Span<T> free)
    {
        if (!IsAvailable)
        {
            free = default;
            return false;
        }
        ref var elements = ref Elements(field);
        var length = Count(field);
        var needed = checked(length + count);
        if (elements.Length < needed)
            Array.Resize(ref elements, length == 0 ? needed : Math.Max(needed, elements.Length * 2));
        free = elements.AsSpan(length, count);
        return true;
    }

    /// <summary>Returns a reference to the number of elements. Increasing it adds reserved positions to the elements.</summary>
    public static ref int CountOf(RepeatedField<T> field) => ref Count(field);

    private static bool Check()
    {
        try
        {
            var probe = new RepeatedField<T> { Capacity = 3 };
            Count(probe) = 2;
            return Elements(probe).Length == 3 && probe.Count == 2;
        }
        catch (Exception error) when (error is MissingFieldException or NotSupportedException or BadImageFormatException)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "array")]
    private static extern ref T[] Elements(RepeatedField<T> field);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "count")]
    private static extern ref int Count(RepeatedField<T> field);
#else
    public static bool TryGetElements(RepeatedField<T> field, out ReadOnlySpan<T> elements)
    {
        elements = default;
        return false;
    }

    public static bool TryAppend(RepeatedField<T> field, int count, out Span<T> added)
    {
        added = default;
        return false;
    }

    public static bool TryReserve(RepeatedField<T> field, int count, out Span<T> free)
    {
        free = default;
        return false;
    }

    public static ref int CountOf(RepeatedField<T> field) => throw new NotSupportedException();
#endif
}
