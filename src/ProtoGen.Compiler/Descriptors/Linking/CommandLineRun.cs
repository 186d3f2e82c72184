using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>Links the files of one command line as protoc does: the first rejected one ends it; checks over all files come last.</summary>
internal sealed class CommandLineRun(FileLoader loader, Func<string, ParsedFile?> findSource)
{
    private readonly List<LoadedFile> _files = [];

    internal LinkResult Run(IReadOnlyList<string> names, LinkSession session)
    {
        var isGood = true;
        foreach (var name in names)
        {
            isGood = Load(name);
            if (!isGood) break;
        }

        isGood = isGood && CheckNumbersAndTargets() && CheckEditions();
        var results = new List<LinkedFile>(_files.Count);
        foreach (var file in _files) results.Add(file.Result);
        return new LinkResult(results, loader.Trace, !isGood, session);
    }

    private bool Load(string name)
    {
        if (findSource(name) is not { } source)
        {
            var kind = LinkDiagnostics.FileNotFound;
            loader.Trace.Add(new Diagnostic(kind.Id, kind.Severity, name, -1, -1, default, kind.GetMessage()));
            return false;
        }

        var file = loader.Load(source);
        _files.Add(file);
        if (file.Source.HasErrors || file.File is null || file.File.HadErrors) return false;
        var isGood = true;
        foreach (var added in loader.TakeNew())
        {
            loader.Trace.AddRange(added.Reporter.Deferred);
            isGood &= !added.Reporter.HadDeferredErrors;
        }

        return isGood;
    }

    private bool CheckNumbersAndTargets()
    {
        var before = loader.Trace.Count;
        foreach (var file in _files) loader.Trace.AddRange(file.Reporter.Final);
        foreach (var file in _files) loader.Trace.AddRange(file.Reporter.FinalTargets);
        return loader.Trace.Count == before;
    }

    private bool CheckEditions()
    {
        foreach (var file in _files)
        {
            if (file.Reporter.Edition is not { } edition) continue;
            loader.Trace.Add(edition);
            return false;
        }

        return true;
    }
}
