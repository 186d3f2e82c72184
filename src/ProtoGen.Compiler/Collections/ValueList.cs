namespace ProtoGen.Compiler.Collections;

/// <summary>A list of structs.</summary>
/// <remarks>
/// A ReadyToRun image of this assembly has machine code for this class with our own structs, but not for <see cref="List{T}"/>, whose
/// methods the runtime would compile at each start of protogenc.
/// </remarks>
internal sealed class ValueList<T>
    where T : struct
{
    private static readonly T[] Empty = new T[0];

    private T[] _items = Empty;

    /// <summary>Gets the number of items.</summary>
    public int Count { get; private set; }

    /// <summary>Returns an enumerator for <c>foreach</c>.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Removes all items.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds an item at the end.</summary>
    public void Add(in T item)
    {
        Reserve(1);
        _items[Count++] = item;
    }

    /// <summary>Adds the items of another list at the end.</summary>
    public void AddRange(ValueList<T> items)
    {
        Reserve(items.Count);
        Array.Copy(items._items, 0, _items, Count, items.Count);
        Count += items.Count;
    }

    /// <summary>Adds an item at the start.</summary>
    public void AddFirst(in T item)
    {
        Reserve(1);
        Array.Copy(_items, 0, _items, 1, Count++);
        _items[0] = item;
    }

    /// <summary>Returns a copy of the items.</summary>
    public T[] ToArray()
    {
        if (Count == 0) return Empty;
        var result = new T[Count];
        Array.Copy(_items, result, Count);
        return result;
    }

    private void Reserve(int count)
    {
        if (Count + count <= _items.Length) return;
        var larger = new T[Math.Max(_items.Length * 2, Count + count)];
        Array.Copy(_items, larger, Count);
        _items = larger;
    }

    /// <summary>Enumerates the items.</summary>
    public struct Enumerator(ValueList<T> list)
    {
        private int _index = -1;

        /// <summary>Gets the current item.</summary>
        public readonly T Current => list._items[_index];

        /// <summary>Moves to the next item.</summary>
        public bool MoveNext() => ++_index < list.Count;
    }
}
