using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ProtoGen.Runtime.Json;

/// <summary>A set of the keys of one JSON object, which finds duplicates.</summary>
internal struct MapKeys
{
    private const int FirstSize = 64;
    private const int HeaderSize = 2 * sizeof(int);

    private static readonly (ulong Start, ulong First, ulong Second) Secrets = (Random64(), Random64(), Random64());

    // A hash table with linear probing. A slot holds the position of a key in _keys plus one, or zero.
    private int[]? _slots;
    private int _mask;
    private int _count;

    // The hash, the length and the bytes of each key.
    private byte[] _keys;
    private int _length;

    /// <summary>Adds a key; returns false if it is already present.</summary>
    public bool TryAdd(ReadOnlySpan<byte> key)
    {
        if (_slots == null)
        {
            _keys = ArrayPool<byte>.Shared.Rent(FirstSize * 8);
            Resize(FirstSize);
        }
        else if (_count * 2 > _mask)
        {
            Resize((_mask + 1) * 2);
        }
        var hash = HashOf(key);
        var slot = hash & _mask;
        for (; _slots![slot] != 0; slot = (slot + 1) & _mask)
        {
            var start = _slots[slot] - 1;
            if (HashAt(start) == hash && KeyAt(start).SequenceEqual(key))
                return false;
        }
        _slots[slot] = _length + 1;
        _count++;
        Append(hash, key);
        return true;
    }

    private static ulong Random64()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bytes);
        return MemoryMarshal.Read<ulong>(bytes);
    }

    public void Dispose()
    {
        if (_slots == null)
            return;
        ArrayPool<int>.Shared.Return(_slots);
        ArrayPool<byte>.Shared.Return(_keys);
        _slots = null;
    }

    /// <summary>Returns a hash that depends on random numbers of the process, so that nobody can choose keys that collide.</summary>
    private static int HashOf(ReadOnlySpan<byte> key)
    {
        var hash = Secrets.Start ^ (ulong)key.Length;
        ref var start = ref MemoryMarshal.GetReference(key);
        if (key.Length >= sizeof(ulong))
        {
            var last = key.Length - sizeof(ulong);
            for (var at = 0; at < last; at += sizeof(ulong))
                hash = Mix(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at)), hash);
            hash = Mix(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, last)), hash);
        }
        else
        {
            ulong all = 0;
            foreach (var b in key)
                all = (all << 8) | b;
            hash = Mix(all, hash);
        }

        return (int)Mix(hash, Secrets.Start);
    }

    // An attacker knows neither factor. The upper and the lower half of their product are combined.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value, ulong hash)
    {
        var high = Math.BigMul(value ^ Secrets.First, hash ^ Secrets.Second, out var low);
        return high ^ low;
    }

    private readonly int HashAt(int start) => MemoryMarshal.Read<int>(_keys.AsSpan(start));

    private readonly ReadOnlySpan<byte> KeyAt(int start) =>
        _keys.AsSpan(start + HeaderSize, MemoryMarshal.Read<int>(_keys.AsSpan(start + sizeof(int))));

    private void Append(int hash, ReadOnlySpan<byte> key)
    {
        var needed = checked(_length + HeaderSize + key.Length);
        if (needed > _keys.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * _keys.Length)));
            _keys.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_keys);
            _keys = larger;
        }
        MemoryMarshal.Write(_keys.AsSpan(_length), hash);
        MemoryMarshal.Write(_keys.AsSpan(_length + sizeof(int)), key.Length);
        key.CopyTo(_keys.AsSpan(_length + HeaderSize));
        _length = needed;
    }

    private void Resize(int size)
    {
        if (_slots != null)
            ArrayPool<int>.Shared.Return(_slots);
        _slots = ArrayPool<int>.Shared.Rent(size);
        _slots.AsSpan(0, size).Clear();
        _mask = size - 1;
        for (var start = 0; start < _length; start += HeaderSize + KeyAt(start).Length)
        {
            var slot = HashAt(start) & _mask;
            while (_slots[slot] != 0)
                slot = (slot + 1) & _mask;
            _slots[slot] = start + 1;
        }
    }
}
