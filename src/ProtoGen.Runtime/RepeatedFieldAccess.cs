using Google.Protobuf.Collections;
#if NET
using System.Runtime.CompilerServices;
#endif

namespace ProtoGen.Runtime;

/// <summary>
/// Direct access to the array inside a <see cref="RepeatedField{T}"/>. Its members are private, so whether they are what
/// they are taken for is checked once for each T; without them, everything goes the public way.
/// </summary>
internal static class RepeatedFieldAccess<T>
{
#if NET
    private static readonly bool IsAvailable = Check();

    /// <summary>The elements, for reading only, or false if the array can't be reached.</summary>
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

    /// <summary>Appends <paramref name="count"/> elements for the caller to fill in, or returns false if that can't be done.</summary>
    public static bool TryAppend(RepeatedField<T> field, int count, out Span<T> added)
    {
        if (!TryReserve(field, count, out added))
            return false;
        Count(field) += count;
        return true;
    }

    /// <summary>Makes room for <paramref name="count"/> elements after the last one, or returns false if that can't be done.</summary>
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

    /// <summary>Makes the first reserved place an element.</summary>
    public static void AddReserved(RepeatedField<T> field) => Count(field)++;

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

    public static void AddReserved(RepeatedField<T> field) => throw new NotSupportedException();
#endif
}
