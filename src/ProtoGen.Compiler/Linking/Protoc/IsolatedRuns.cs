using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Symbols;

namespace ProtoGen.Compiler.Linking.Protoc;

/// <summary>Links single files of a project again, as if each were alone on a command line.</summary>
/// <remarks>
/// This corrects the diagnostics of files for which linking the whole project gives other results than protoc: files in an import cycle,
/// and files that import two files that declare the same name.
/// </remarks>
internal sealed class IsolatedRuns(
    SymbolPool pool, Dictionary<string, LoadedFile> loaded, Func<string, (IReadOnlyList<Diagnostic> Diagnostics, bool HasErrors)> linkAlone)
{
    /// <summary>The maximum number of files that are linked again. Further runs would only repeat the same root cause.</summary>
    private const int MaxCount = 100;

    private readonly List<HashSet<FileDescriptor>> _conflicts = FindConflicts(pool);
    private HashSet<Diagnostic>? _known;
    private int _count;

    internal LinkedFile Correct(LinkedFile file)
    {
        var loadedFile = loaded[file.Name];
        if ((!loadedFile.IsInCycle && !ReachesConflict(loadedFile)) || _count++ >= MaxCount) return file;
        var run = linkAlone(file.Name);
        var known = _known ??= CollectKnown();
        var diagnostics = new List<Diagnostic>();
        foreach (var diagnostic in run.Diagnostics)
            if (diagnostic.File == file.Name || !known.Contains(diagnostic)) diagnostics.Add(diagnostic);
        diagnostics.RemoveAll(diagnostic => Contains(file.Source.Diagnostics, diagnostic));
        return new LinkedFile(file.Source, file.File, diagnostics, file.HasErrors || run.HasErrors);
    }

    /// <summary>Returns sets of files that declare the same name.</summary>
    private static List<HashSet<FileDescriptor>> FindConflicts(SymbolPool pool)
    {
        var result = new List<HashSet<FileDescriptor>>();
        foreach (var entry in pool.SharedNames)
        {
            if (entry.First is null || (entry.Others is not { Count: > 0 } && entry.Package is not { Files.Count: > 0 })) continue;
            HashSet<FileDescriptor> declaring = [entry.First.File];
            foreach (var other in entry.Others ?? []) declaring.Add(other.File);
            foreach (var file in entry.Package?.Files ?? []) declaring.Add(file);
            if (declaring.Count > 1) result.Add(declaring);
        }

        return result;
    }

    /// <summary>Returns whether a file and its imports, direct or not, include two files that declare the same name.</summary>
    private bool ReachesConflict(LoadedFile file)
    {
        if (_conflicts.Count == 0) return false;
        var reached = new HashSet<FileDescriptor>();
        foreach (var import in Closure(file))
            if (import.File is { } descriptor) reached.Add(descriptor);
        foreach (var conflict in _conflicts)
        {
            var count = 0;
            foreach (var declaring in conflict)
                if (reached.Contains(declaring) && ++count > 1) return true;
        }

        return false;
    }

    private static HashSet<LoadedFile> Closure(LoadedFile file)
    {
        HashSet<LoadedFile> reached = [file];
        var pending = new Stack<LoadedFile>();
        pending.Push(file);
        while (pending.Count > 0)
        {
            foreach (var import in pending.Pop().Imports)
                if (import is not null && reached.Add(import)) pending.Push(import);
        }

        return reached;
    }

    private HashSet<Diagnostic> CollectKnown()
    {
        var known = new HashSet<Diagnostic>();
        foreach (var file in loaded.Values)
        {
            known.UnionWith(file.Source.Diagnostics);
            known.UnionWith(file.Result.Diagnostics);
        }

        return known;
    }

    private static bool Contains(IReadOnlyList<Diagnostic> diagnostics, Diagnostic diagnostic)
    {
        foreach (var other in diagnostics)
            if (other == diagnostic) return true;
        return false;
    }
}
