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

    /// <summary>Appends <paramref name="count"/> elements for the caller to fill in, or false if that can't be done.</summary>
    public static bool TryAppend(RepeatedField<T> field, int count, out Span<T> added)
    {
        if (!IsAvailable)
        {
            added = default;
            return false;
        }
        ref var elements = ref Elements(field);
        ref var length = ref Count(field);
        var needed = checked(length + count);
        if (elements.Length < needed)
            Array.Resize(ref elements, length == 0 ? needed : Math.Max(needed, elements.Length * 2));
        added = elements.AsSpan(length, count);
        length = needed;
        return true;
    }

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
#endif
}
