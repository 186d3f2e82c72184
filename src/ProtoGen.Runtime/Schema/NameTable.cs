using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ProtoGen.Runtime.Schema;

/// <summary>A hash table with UTF-8 names as keys. The first value that is added with a name wins.</summary>
internal sealed class NameTable<T>
    where T : class
{
    private readonly int[] _buckets;
    private readonly Entry[] _entries;
    private int _count;

    public NameTable(int capacity)
    {
        var size = 4;
        while (size < capacity * 2)
            size *= 2;
        _buckets = new int[size];
        _entries = new Entry[capacity];
    }

    public void Add(string name, T value)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        if (Find(bytes) != null)
            return;
        ref var bucket = ref _buckets[Hash(bytes) & (uint)(_buckets.Length - 1)];
        _entries[_count] = new Entry(bytes, value, bucket - 1);
        bucket = ++_count;
    }

    public T? Find(ReadOnlySpan<byte> name)
    {
        for (var i = _buckets[Hash(name) & (uint)(_buckets.Length - 1)] - 1; i >= 0; i = _entries[i].Next)
        {
            ref var entry = ref _entries[i];
            if (name.SequenceEqual(entry.Name))
                return entry.Value;
        }
        return null;
    }

    // The names in a table usually differ in length, start or end. They come from schemas, so an attacker cannot choose colliding ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ReadOnlySpan<byte> name)
    {
        ref var start = ref MemoryMarshal.GetReference(name);
        ulong hash;
        if (name.Length >= 8)
        {
            hash = Unsafe.ReadUnaligned<ulong>(ref start)
                ^ BitRotate(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, name.Length - 8)));
        }
        else if (name.Length >= 4)
        {
            hash = Unsafe.ReadUnaligned<uint>(ref start) | (
                (ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, name.Length - 4)) << 32);
        }
        else
        {
            hash = 0;
            foreach (var b in name)
                hash = (hash << 8) | b;
        }
        return (uint)(((hash + (uint)name.Length) * 0x9E3779B97F4A7C15) >> 32);
    }

    private static ulong BitRotate(ulong value) => (value << 29) | (value >> 35);

    private readonly record struct Entry(byte[] Name, T Value, int Next);
}
