using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Linking.Protoc;
using ProtoGen.Compiler.Symbols;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.WellKnown;

namespace ProtoGen.Compiler.Linking;

/// <summary>Keeps linked files between calls.</summary>
internal sealed class LinkSession(bool isShared)
{
    private readonly object _lock = new();
    private readonly SymbolPool _pool = new(isShared);
    private readonly Dictionary<string, ParsedFile> _sources = [];
    private readonly Dictionary<string, LoadedFile> _loaded = [];

    /// <summary>Gets whether all files share one pool, as on a command line.</summary>
    internal bool IsShared => _pool.IsShared;

    internal LinkResult LinkProject(IReadOnlyList<ParsedFile> files)
    {
        lock (_lock)
        {
            SetSources(files);
            ForgetAbsent();
            var scheduler = new LinkScheduler(
                _pool, FindSource, _loaded,
                request => FileLinker.Link(_pool, BuiltInFiles.Options, request, _sources.ContainsKey(request.Source.File.Name)));
            var results = new List<LinkedFile>(files.Count);
            foreach (var file in files) results.Add(scheduler.Load(_sources[file.File.Name]).Result);
            return ProjectResult.Make(results, this, new IsolatedRuns(_pool, _loaded, LinkAlone));
        }

        (IReadOnlyList<Diagnostic> Diagnostics, bool HasErrors) LinkAlone(string name)
        {
            var run = new LinkSession(isShared: true).LinkCommandLine(files, [name], LinkOptions.Project);
            return (run.Diagnostics, run.HasErrors);
        }
    }

    internal LinkResult LinkCommandLine(IReadOnlyList<ParsedFile> files, IReadOnlyList<string> names, LinkOptions options)
    {
        SetSources(files);
        var sets = options.Sets;
        Func<string, ParsedFile?> findSource = sets is null ? FindSource : name => sets.TryGetValue(name, out var file) ? file.Value : null;
        HashSet<string> checkedInputs = sets is null ? [.. names] : [];
        var scheduler = new LinkScheduler(
            _pool, findSource, _loaded,
            request => FileLinker.Link(_pool, BuiltInFiles.Options, request, checkedInputs.Contains(request.Source.File.Name)))
        {
            ReportsMissing = sets is null,
            Undeclared = sets is null ? null : new UndeclaredImports(sets),
        };
        var run = new CommandLineRun(scheduler, findSource)
        {
            AllowsAnyEdition = options.AllowsAnyEdition,
            AllowsMissingOptionImports = options.AllowsMissingOptionImports,
        };
        var isGood = run.Run(names, checkedInputs);
        return new LinkResult(run.Files, scheduler.Trace, !isGood, this);
    }

    /// <summary>Sets the given files. If several have the same name, the first one is used.</summary>
    private void SetSources(IReadOnlyList<ParsedFile> files)
    {
        _sources.Clear();
        foreach (var file in files)
            if (!_sources.ContainsKey(file.File.Name)) _sources.Add(file.File.Name, file);
    }

    private ParsedFile? FindSource(string name) =>
        _sources.TryGetValue(name, out var source) ? source : WellKnownFiles.TryGet(name);

    private void ForgetAbsent()
    {
        List<string>? absent = null;
        foreach (var name in _loaded.Keys)
            if (FindSource(name) is null) (absent ??= []).Add(name);
        if (absent is null) return;
        foreach (var name in absent)
        {
            LinkScheduler.Remove(_pool, _loaded[name]);
            _loaded.Remove(name);
        }
    }
}
