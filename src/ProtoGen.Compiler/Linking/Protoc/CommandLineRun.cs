using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Linking.Protoc;

/// <summary>
/// Links the files of a command line as protoc does: the first rejected file ends the run, and checks of all files together come last.
/// </summary>
internal sealed class CommandLineRun(LinkScheduler scheduler, Func<string, ParsedFile?> findSource)
{
    private readonly List<LoadedFile> _files = [];

    /// <summary>Gets whether files may use an edition that is known but not supported.</summary>
    internal bool AllowsAnyEdition { get; init; }

    /// <summary>Gets whether an <c>import option</c> that a file does not need may be missing.</summary>
    internal bool AllowsMissingOptionImports { get; init; }

    /// <summary>Gets the linked files, up to the first rejected one.</summary>
    internal IReadOnlyList<LinkedFile> Files => _files.ConvertAll(file => file.Result);

    /// <summary>
    /// Links the named files and returns whether protoc would accept them. Warnings are reported only for <paramref name="inputs"/>.
    /// </summary>
    internal bool Run(IReadOnlyList<string> names, HashSet<string> inputs)
    {
        foreach (var name in names)
        {
            var isGood = Load(name, inputs);
            if (!isGood) return false;
        }

        // Each of these checks covers all files, and protoc stops after the first check that finds an error.
        if (!CheckNumbersAndTargets()) return false;
        if (!AllowsAnyEdition && !CheckEditions()) return false;
        return AllowsMissingOptionImports || CheckOptionImports();
    }

    private bool Load(string name, HashSet<string> inputs)
    {
        if (findSource(name) is not { } source)
        {
            scheduler.Trace.Add(new Diagnostic(LinkDiagnostics.FileNotFound, name, -1, -1, default));
            return false;
        }

        var file = scheduler.Load(source);
        _files.Add(file);
        var isGood = !file.HadErrors;
        foreach (var added in scheduler.TakeNew())
        {
            foreach (var late in added.Reporter.At(LinkStage.Lifetimes))
                if (late.Severity == DiagnosticSeverity.Error || inputs.Contains(late.File)) scheduler.Trace.Add(late);
            isGood &= !added.Reporter.HasErrorsAt(LinkStage.Lifetimes);
        }

        return isGood;
    }

    private bool CheckNumbersAndTargets()
    {
        List<Diagnostic> found = [];
        foreach (var file in _files) found.AddRange(file.Reporter.At(LinkStage.FieldNumbers));
        foreach (var file in _files) found.AddRange(file.Reporter.At(LinkStage.OptionTargets));
        var hasErrors = found.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        if (hasErrors || _files.Exists(file => file.Reporter.HasErrorsAt(LinkStage.Edition))) RepeatFailedOptionImports();
        scheduler.Trace.AddRange(found);
        return !hasErrors;
    }

    /// <summary>Repeats the errors of missing option imports.</summary>
    /// <remarks>protoc loads these files again at this point and prints their errors and those of their imports again.</remarks>
    private void RepeatFailedOptionImports()
    {
        var printed = scheduler.Trace.ToArray();
        var repeated = new HashSet<string>();
        foreach (var file in _files)
        {
            foreach (var import in file.Source.File.Imports)
                if (import.Kind == ImportKind.Option) RepeatIfFailed(import.Path, printed, repeated);
        }
    }

    // Uses a stack instead of recursion, because a chain of imports may have any length.
    private void RepeatIfFailed(string root, Diagnostic[] printed, HashSet<string> repeated)
    {
        var open = new Stack<(string Path, bool AreImportsDone)>();
        open.Push((root, false));
        while (open.Count > 0)
        {
            var (path, areImportsDone) = open.Pop();
            if (areImportsDone)
            {
                scheduler.Trace.AddRange(Array.FindAll(printed, diagnostic => diagnostic.File == path));
                continue;
            }

            var file = scheduler.FindCurrent(path);
            if (file is { HadErrors: false } || !repeated.Add(path)) continue;
            open.Push((path, true));
            if (file is null || file.Source.HasErrors) continue;
            foreach (var import in ImportPath.InLoadingOrder(file.Source.File).Reverse()) open.Push((import.Path, false));
        }
    }

    private bool CheckEditions()
    {
        foreach (var file in _files)
        {
            if (!file.Reporter.HasErrorsAt(LinkStage.Edition)) continue;
            scheduler.Trace.AddRange(file.Reporter.At(LinkStage.Edition));
            return false;
        }

        return true;
    }

    private bool CheckOptionImports()
    {
        var before = scheduler.Trace.Count;
        foreach (var file in _files) scheduler.Trace.AddRange(file.Reporter.At(LinkStage.OptionImports));
        return scheduler.Trace.Count == before;
    }
}
