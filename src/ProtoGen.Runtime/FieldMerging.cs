using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace ProtoGen.Runtime;

/// <summary>Merges and copies the fields that are more than a value: messages, lists and maps.</summary>
internal static class FieldMerging
{
    /// <summary>Returns what a message field holds after <paramref name="source"/> is merged into <paramref name="target"/>.</summary>
    public static T? MergeMessage<T>(T? target, T? source, bool copy)
        where T : class, IMessage<T>, new()
    {
        if (source == null)
            return copy ? null : target;
        if (copy)
            return source is Message own ? Unsafe.As<T>(own.Copy()) : source.Clone();
        target ??= MessageFactory<T>.Create();
        if (target is Message ownTarget && source is Message ownSource)
            ownTarget.MergeWith(ownSource);
        else
            target.MergeFrom(source);
        return target;
    }

    /// <summary>Appends the elements; a copy has copies of messages, while merging shares them, as Google.Protobuf does.</summary>
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
        for (var i = 0; i < count; i++)
            target.Add(CopiedElements<T>.Copy(source[i]));
    }

    /// <summary>Sets the entries; a copy has copies of messages, while merging shares them, as Google.Protobuf does.</summary>
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

    /// <summary>Tells types whose values a copy must not share: messages.</summary>
    private static class CopiedElements<T>
    {
        public static readonly bool Value = typeof(IDeepCloneable<T>).IsAssignableFrom(typeof(T)) && typeof(T) != typeof(ByteString);

        public static T Copy(T value) => value is Message own
            ? (T)(object)own.Copy()
            : ((IDeepCloneable<T>)value!).Clone();
    }
}
