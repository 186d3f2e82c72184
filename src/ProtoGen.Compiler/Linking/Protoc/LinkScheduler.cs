using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Symbols;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Linking.Protoc;

/// <summary>Links files in protoc's order: depth first, imports before the files that import them.</summary>
internal sealed class LinkScheduler(
    SymbolPool pool, Func<string, ParsedFile?> findSource, Dictionary<string, LoadedFile> loaded, Func<LinkRequest, LoadedFile> link)
{
    private readonly List<Pending> _chain = [];
    private readonly Dictionary<string, Pending> _inChain = [];
    private readonly HashSet<LoadedFile> _current = [];
    private readonly HashSet<string> _missing = [];
    private readonly HashSet<string> _cyclic = [];

    private readonly List<LoadedFile> _new = [];

    /// <summary>Gets the diagnostics in the order in which protoc prints them during the link.</summary>
    internal List<Diagnostic> Trace { get; } = [];

    /// <summary>Gets whether a missing import also gets its own "File not found" diagnostic.</summary>
    internal bool ReportsMissing { get; init; } = true;

    /// <summary>Gets the files that protoc searches for names that no import declares; null if it does not search.</summary>
    internal UndeclaredImports? Undeclared { get; init; }

    /// <summary>Returns the files that were linked since the last call, in order.</summary>
    internal IReadOnlyList<LoadedFile> TakeNew()
    {
        var files = _new.ToArray();
        _new.Clear();
        return files;
    }

    internal LoadedFile Load(ParsedFile root)
    {
        if (FindCurrent(root.File.Name) is { } known && known.Source == root) return known;
        Push(root);
        LoadedFile? last = null;
        while (_chain.Count > 0)
        {
            var pending = _chain[_chain.Count - 1];
            if (pending.Next < pending.Imports.Count) Visit(pending, pending.Imports[pending.Next++].Path);
            else if (pending.Undeclared.Count > 0) Visit(pending, pending.Undeclared.Dequeue());
            else last = Finish(pending) ?? last;
        }

        return last!;
    }

    /// <summary>Returns the file with this name if this call linked it or found it unchanged.</summary>
    internal LoadedFile? FindCurrent(string name) =>
        loaded.TryGetValue(name, out var file) && _current.Contains(file) ? file : null;

    internal static void Remove(SymbolPool pool, LoadedFile old)
    {
        if (old.File is { } file) pool.Remove(file, old.TopLevel);
    }

    private void Visit(Pending pending, string name)
    {
        if (FindCurrent(name) is not null) return;
        if (_inChain.TryGetValue(name, out var open)) ReportCycle(open);
        else if (findSource(name) is { } source) Push(source);
        else ReportMissing(pending, name);
    }

    private void Push(ParsedFile source)
    {
        var pending = new Pending(source);
        Trace.AddRange(source.Diagnostics);
        _chain.Add(pending);
        _inChain[source.File.Name] = pending;
    }

    private void ReportMissing(Pending importer, string name)
    {
        if (!ReportsMissing || (!_missing.Add(name) && pool.IsShared)) return;
        var kind = ImportPath.IsCanonical(name) ? LinkDiagnostics.FileNotFound : LinkDiagnostics.ImportNotCanonical;
        var diagnostic = new Diagnostic(kind, name, -1, -1, default);
        importer.Early.Add(diagnostic);
        Trace.Add(diagnostic);
    }

    private void ReportCycle(Pending open)
    {
        var first = _chain.IndexOf(open);
        var path = new List<string>();
        for (var i = first; i < _chain.Count; i++)
        {
            path.Add(_chain[i].Name);
            _chain[i].IsInCycle = true;
        }

        // protoc does not load a rejected file again.
        if (!_cyclic.Add(open.Name) && pool.IsShared) return;
        path.Add(open.Name);
        var via = first < _chain.Count - 1 ? path[1] : open.Name;
        var reporter = new LinkReporter(open.Source);
        reporter.ReportImport(LinkDiagnostics.RecursiveImport, via, string.Join(" -> ", path));
        var reported = reporter.At(LinkStage.Linking);
        open.Early.AddRange(reported);
        Trace.AddRange(open.Source.Diagnostics);
        Trace.AddRange(reported);
    }

    /// <summary>Links a file whose imports are linked. Returns null if other files must be linked first.</summary>
    private LoadedFile? Finish(Pending pending)
    {
        _chain.RemoveAt(_chain.Count - 1);
        _inChain.Remove(pending.Name);
        var imports = new LoadedFile?[pending.Imports.Count];
        for (var i = 0; i < imports.Length; i++) imports[i] = FindCurrent(pending.Imports[i].Path);
        if (loaded.TryGetValue(pending.Name, out var old))
        {
            if (IsUnchanged(old, pending, imports))
            {
                _current.Add(old);
                return old;
            }

            Remove(pool, old);
        }

        var file = link(new LinkRequest(pending.Source, pending.Imports, imports, pending.Early, pending.IsInCycle));
        if (Undeclared is not null && file.Unresolved.Count > 0 && TryReopen(pending, file.Unresolved))
        {
            Remove(pool, file);
            return null;
        }

        // The trace already contains the early diagnostics.
        var reported = file.Reporter.At(LinkStage.Linking);
        for (var i = pending.Early.Count; i < reported.Count; i++) Trace.Add(reported[i]);

        loaded[pending.Name] = file;
        _current.Add(file);
        _new.Add(file);
        return file;
    }

    private static bool IsUnchanged(LoadedFile old, Pending pending, LoadedFile?[] imports)
    {
        if (old.Source != pending.Source || old.IsInCycle || pending.IsInCycle) return false;
        for (var i = 0; i < imports.Length; i++)
            if (old.Imports[i] != imports[i]) return false;
        return true;
    }

    /// <summary>
    /// Schedules the files that declare the unresolved names before the file that uses them. Returns false if there are none.
    /// </summary>
    private bool TryReopen(Pending pending, IReadOnlyList<(Descriptor User, string Name)> unresolved)
    {
        foreach (var name in Undeclared!.FilesFor(unresolved))
        {
            if (FindCurrent(name) is not null || name == pending.Name
                || Undeclared.Imports(name, other => other == pending.Name || _inChain.ContainsKey(other)))
            {
                continue;
            }

            pending.Undeclared.Enqueue(name);
        }

        if (pending.Undeclared.Count == 0) return false;
        _chain.Add(pending);
        _inChain[pending.Name] = pending;
        return true;
    }

    /// <summary>A file whose imports are being linked.</summary>
    private sealed class Pending
    {
        internal Pending(ParsedFile source)
        {
            Source = source;
            if (!source.HasErrors) Imports = ImportPath.InLoadingOrder(source.File);
        }

        internal ParsedFile Source { get; }

        internal string Name => Source.File.Name;

        internal IReadOnlyList<ImportNode> Imports { get; } = [];

        internal int Next { get; set; }

        /// <summary>Gets the files that must be linked before this one although it does not import them.</summary>
        internal Queue<string> Undeclared { get; } = [];

        internal bool IsInCycle { get; set; }

        internal List<Diagnostic> Early { get; } = [];
    }
}
