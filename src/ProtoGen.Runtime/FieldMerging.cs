using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

/// <summary>Merges and copies fields that hold references: messages, lists and maps.</summary>
internal static class FieldMerging
{
    /// <summary>Merges or copies a message field and returns its new value.</summary>
    // Inlined: where the class is known, cloning a message is a direct call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T? MergeMessage<T>(T? target, T? source, bool copy)
        where T : class, IMessage<T>, new()
    {
        if (source == null)
            return copy ? null : target;
        return copy ? source.Clone() : MergeInto(target, source);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T MergeInto<T>(T? target, T source)
        where T : class, IMessage<T>, new()
    {
        target ??= MessageFactory<T>.Create();
        if (target is Message ownTarget && source is Message ownSource)
            ownTarget.MergeWith(ownSource);
        else
            target.MergeFrom(source);
        return target;
    }

    /// <summary>Appends elements to a list, or copies the list.</summary>
    /// <remarks>Copying clones the elements that are messages; merging shares them, as Google.Protobuf does.</remarks>
    public static void MergeList<T>(RepeatedField<T> target, RepeatedField<T> source, bool copy)
    {
        if (copy)
            target.Clear();
        var count = source.Count;
        if (count == 0)
            return;
        if (copy && target.Capacity < count)
            target.Capacity = count;
        if (!copy || !CopiedElements<T>.Value)
        {
            target.AddRange(source);
            return;
        }
        if (RepeatedFieldAccess<T>.TryGetElements(source, out var elements)
            && RepeatedFieldAccess<T>.TryAppend(target, count, out var copies))
        {
            for (var i = 0; i < copies.Length; i++)
                copies[i] = CopiedElements<T>.Copy(elements[i]);
            return;
        }
        for (var i = 0; i < count; i++)
            target.Add(CopiedElements<T>.Copy(source[i]));
    }

    /// <summary>Sets entries of a map, or copies the map.</summary>
    /// <remarks>Copying clones the values that are messages; merging shares them, as Google.Protobuf does.</remarks>
    public static void MergeMap<TKey, TValue>(MapField<TKey, TValue> target, MapField<TKey, TValue> source, bool copy)
        where TKey : notnull
    {
        if (copy && target.Count != 0)
            target.Clear();
        if (source.Count == 0)
            return;
        MapFieldAccess<TKey, TValue>.Reserve(target, source.Count);
        var copiesValues = copy && CopiedElements<TValue>.Value;
        foreach (var entry in source)
            MapFieldAccess<TKey, TValue>.Set(target, entry.Key, copiesValues ? CopiedElements<TValue>.Copy(entry.Value) : entry.Value);
    }

    /// <summary>Determines whether copies must clone values of type <typeparamref name="T"/>: only messages are mutable.</summary>
    private static class CopiedElements<T>
    {
        public static readonly bool Value = typeof(IDeepCloneable<T>).IsAssignableFrom(typeof(T)) && typeof(T) != typeof(ByteString);

        public static T Copy(T value)
        {
            if (value is not Message own)
                return ((IDeepCloneable<T>)value!).Clone();
            object copy = own.Copy();
            return Unsafe.As<object, T>(ref copy);
        }
    }
}
