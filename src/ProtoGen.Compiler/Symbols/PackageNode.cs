using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Symbols;

/// <summary>A package with the top-level declarations of all loaded files in it.</summary>
/// <remarks>
/// Several files may declare the same name as long as no file sees two of them. The search for each file picks the one that it can see.
/// </remarks>
internal sealed class PackageNode(PackageNode? parent, string name)
{
    private PackageEntry?[] _buckets = new PackageEntry?[4];
    private int _count;

    /// <summary>Gets the enclosing package; null for the unnamed root.</summary>
    internal PackageNode? Parent { get; } = parent;

    /// <summary>Gets the last part of the full name.</summary>
    internal string Name { get; } = name;

    /// <summary>Gets the full name; empty for the root.</summary>
    internal string FullName { get; } = parent is null || parent.FullName.Length == 0 ? name : parent.FullName + "." + name;

    /// <summary>Gets the entry of its name in the enclosing package; null for the root.</summary>
    internal PackageEntry? Entry { get; } = parent?.GetOrAdd(name);

    /// <summary>Gets the loaded files whose package is this one or one inside it, in the order of loading.</summary>
    internal List<FileDescriptor> Files { get; } = [];

    /// <summary>Returns the entry of the name that is this part of <paramref name="text"/>; null if there is none.</summary>
    internal PackageEntry? Find(string text, int start, int length)
    {
        var hash = NameHash.Of(text, start, length);
        for (var entry = _buckets[hash & (_buckets.Length - 1)]; entry is not null; entry = entry.Next)
            if (entry.Hash == hash && NameHash.Same(entry.Name, text, start, length)) return entry;
        return null;
    }

    /// <summary>Returns the entry of a name and creates it if needed.</summary>
    internal PackageEntry GetOrAdd(string name)
    {
        if (Find(name, 0, name.Length) is { } found) return found;
        if (++_count > _buckets.Length) Grow();
        var entry = new PackageEntry(name, NameHash.Of(name, 0, name.Length));
        Link(entry);
        return entry;
    }

    private void Link(PackageEntry entry)
    {
        ref var bucket = ref _buckets[entry.Hash & (_buckets.Length - 1)];
        entry.Next = bucket;
        bucket = entry;
    }

    private void Grow()
    {
        var old = _buckets;
        _buckets = new PackageEntry?[old.Length * 2];
        foreach (var bucket in old)
        {
            for (var entry = bucket; entry is not null;)
            {
                var next = entry.Next;
                Link(entry);
                entry = next;
            }
        }
    }
}

/// <summary>The meanings of one name in a package: an inner package, declarations of one or more files, or both.</summary>
internal sealed class PackageEntry(string name, int hash)
{
    internal string Name { get; } = name;

    internal int Hash { get; } = hash;

    internal PackageEntry? Next { get; set; }

    /// <summary>Gets or sets the package of this name.</summary>
    internal PackageNode? Package { get; set; }

    /// <summary>Gets the first declaration of this name.</summary>
    internal Descriptor? First { get; private set; }

    /// <summary>Gets the declarations of further files; null for nearly all names.</summary>
    internal List<Descriptor>? Others { get; private set; }

    internal void Add(Descriptor declaration)
    {
        if (First is null) First = declaration;
        else (Others ??= []).Add(declaration);
    }

    internal void Remove(Descriptor declaration)
    {
        if (!ReferenceEquals(First, declaration))
        {
            Others?.Remove(declaration);
        }
        else if (Others is { Count: > 0 })
        {
            First = Others[0];
            Others.RemoveAt(0);
        }
        else
        {
            First = null;
        }
    }
}
