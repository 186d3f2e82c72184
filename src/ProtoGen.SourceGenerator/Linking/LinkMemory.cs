using System.Collections.Immutable;
using ProtoGen.Compiler.Linking;
using ProtoGen.SourceGenerator.Imports;

namespace ProtoGen.SourceGenerator.Linking;

/// <summary>
/// Remembers the last linking of one driver, so that the next links only what changed. Linking stays a function of its input: the
/// memory saves time and keeps unchanged files the same objects.
/// </summary>
internal sealed class LinkMemory
{
    private LinkResult? _last;

    /// <summary>Links the files.</summary>
    public LinkedFiles Link(ImmutableArray<NamedFile> compiled, ImportMap map)
    {
        // Whoever runs at the same time finds nothing to go on from, and links from the start.
        var linked = LinkedFiles.Link(compiled, map, Interlocked.Exchange(ref _last, null));
        Volatile.Write(ref _last, linked.Result);
        return linked;
    }
}
