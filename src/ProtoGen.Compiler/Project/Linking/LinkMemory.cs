using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Project.Imports;

namespace ProtoGen.Compiler.Project.Linking;

/// <summary>Keeps the result of the last link, so that the next one links only what changed.</summary>
/// <remarks>It only saves time: the result of a link does not depend on it, except that unchanged files stay the same objects.</remarks>
public sealed class LinkMemory
{
    private LinkResult? _last;

    /// <summary>Links the files.</summary>
    public LinkedProject Link(IReadOnlyList<NamedProto> compiled, ImportMap map)
    {
        // A concurrent run sees null here and links from scratch.
        var linked = LinkedProject.Link(compiled, map, Interlocked.Exchange(ref _last, null));
        Volatile.Write(ref _last, linked.Result);
        return linked;
    }
}
