using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Descriptors.Linking;

/// <summary>Binds a file's import statements to linked files and says what the file can see.</summary>
internal sealed class ImportLinker(FileLinker linker, bool isInput)
{
    private readonly List<FileDescriptor> _dependencies = [];
    private readonly List<FileDescriptor> _optionDependencies = [];
    private readonly List<string> _missingOptionImports = [];

    internal void Link(IReadOnlyList<ImportNode> imports, LoadedFile?[] files)
    {
        var seen = new HashSet<string>();
        List<int> publicIndexes = [], weakIndexes = [];
        List<string> optionNames = [];
        for (var i = 0; i < imports.Count; i++)
        {
            var import = imports[i];
            if (!seen.Add(import.Path)) linker.Reporter.ReportImport(LinkDiagnostics.ImportListedTwice, import.Path, import.Path);
            if (import.Kind == ImportKind.Option) optionNames.Add(import.Path);
            if (Bind(import, files[i]) is not { } file || import.Kind == ImportKind.Option) continue;
            if (import.Kind == ImportKind.Public) publicIndexes.Add(_dependencies.Count);
            if (import.Kind == ImportKind.Weak) weakIndexes.Add(_dependencies.Count);
            _dependencies.Add(file);
        }

        linker.File.Dependencies = _dependencies.ToArray();
        linker.File.PublicDependencies = publicIndexes.ToArray();
        linker.File.WeakDependencies = weakIndexes.ToArray();
        linker.File.OptionDependencies = optionNames.ToArray();
        linker.File.OptionDependencyFiles = _optionDependencies.ToArray();
        foreach (var index in publicIndexes) linker.Imports.Unwatch(_dependencies[index]);
    }

    /// <summary>Missing <c>import option</c> files matter only when there are options.</summary>
    internal void ReportMissingOptionImports()
    {
        if (linker.OptionsToInterpret.Count == 0) return;
        foreach (var path in _missingOptionImports) linker.Reporter.ReportImport(LinkDiagnostics.ImportFailed, path, path);
    }

    private FileDescriptor? Bind(ImportNode import, LoadedFile? found)
    {
        var file = found?.File;
        if (found is null || found.Result.File is null || file!.HadErrors)
        {
            if (import.Kind == ImportKind.Option) _missingOptionImports.Add(import.Path);
            else linker.Reporter.ReportImport(LinkDiagnostics.ImportFailed, import.Path, import.Path);
            if (file is not null) linker.Imports.AddBroken(file);
            return file;
        }

        if (isInput && file.PublicDependencies.Count == 0) linker.Imports.WatchUse(file);
        if (import.Kind == ImportKind.Option)
        {
            linker.Imports.AddOptionDependency(file);
            _optionDependencies.Add(file);
        }
        else
        {
            linker.Imports.AddDependency(file);
        }

        return file;
    }
}
