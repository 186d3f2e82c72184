using System.Runtime.CompilerServices;
using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Symbols;

/// <summary>The declarations inside the messages, enums and services of one file, by scope and name.</summary>
/// <remarks>It uses open addressing without entry objects, because a file has many members.</remarks>
internal sealed class MemberTable
{
    private Descriptor?[] _slots;
    private int[] _hashes;
    private int _count;

    internal MemberTable(int expected)
    {
        var capacity = 8;
        while (capacity * 3 < expected * 4) capacity *= 2;
        _slots = new Descriptor?[capacity];
        _hashes = new int[capacity];
    }

    /// <summary>Adds a member under its scope; returns false if the scope has the name already.</summary>
    internal bool TryAdd(Descriptor member)
    {
        var name = member.Name;
        var scope = member.Scope!;
        var hash = Hash(scope, name, 0, name.Length);
        var slot = FindSlot(scope, name, 0, name.Length, hash);
        if (_slots[slot] is not null) return false;
        _slots[slot] = member;
        _hashes[slot] = hash;
        if (++_count * 4 > _slots.Length * 3) Grow();
        return true;
    }

    /// <summary>Returns the member of <paramref name="scope"/> whose name is this part of <paramref name="text"/>.</summary>
    internal Descriptor? Find(Descriptor scope, string text, int start, int length) =>
        _slots[FindSlot(scope, text, start, length, Hash(scope, text, start, length))];

    private static int Hash(Descriptor scope, string text, int start, int length) =>
        RuntimeHelpers.GetHashCode(scope) * 31 + NameHash.Of(text, start, length);

    private int FindSlot(Descriptor scope, string text, int start, int length, int hash)
    {
        var mask = _slots.Length - 1;
        var slot = hash & mask;
        while (_slots[slot] is { } other)
        {
            if (_hashes[slot] == hash && ReferenceEquals(other.Scope, scope) && NameHash.Same(other.Name, text, start, length)) break;
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        var (slots, hashes) = (_slots, _hashes);
        _slots = new Descriptor?[slots.Length * 2];
        _hashes = new int[slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i] is null) continue;
            var slot = hashes[i] & mask;
            while (_slots[slot] is not null) slot = (slot + 1) & mask;
            _slots[slot] = slots[i];
            _hashes[slot] = hashes[i];
        }
    }
}
