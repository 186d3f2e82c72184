using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.WellKnown;
using ProtoGen.SourceGenerator.Inputs;
using ProtoGen.SourceGenerator.Output;

namespace ProtoGen.SourceGenerator.Imports;

/// <summary>
/// Finds the file that each import means, in protoc's order: the additional folders, the well-known files, the root. Where that
/// finds nothing, the nearest file whose path ends with the import will do. Files that are only importable are read when reached.
/// </summary>
internal sealed class ImportResolver
{
    // Parsing is a function of the text, and the compiler makes a new AdditionalText for a changed one.
    private static readonly ConditionalWeakTable<AdditionalText, ProtoFile> ParsedImportables = new();

    private readonly ProjectSettings _project;
    private readonly CancellationToken _cancellation;
    private readonly PathIndex _index = new();
    private readonly NameAssigner _names;
    private readonly Dictionary<string, ProtoItem> _importable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProtoFile> _referenced = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Visit> _visits = new(StringComparer.Ordinal);
    private readonly Queue<Visit> _queue = new();

    private ImportResolver(ProjectSettings project, CancellationToken cancellation)
    {
        _project = project;
        _cancellation = cancellation;
        _names = new NameAssigner(project);
    }

    /// <summary>Resolves all imports of the compiled files, and of what they reach.</summary>
    /// <param name="compiled">The compiled files.</param>
    /// <param name="importable">The files that can only be imported.</param>
    /// <param name="referenced">The files that referenced assemblies have, by import names that mean no other file.</param>
    /// <param name="project">The project's settings.</param>
    /// <param name="cancellation">Stops it.</param>
    public static ImportMap Resolve(
        ImmutableArray<FileImports> compiled, ImmutableArray<ProtoItem> importable, EquatableArray<ProtoFile> referenced,
        ProjectSettings project, CancellationToken cancellation)
    {
        var resolver = new ImportResolver(project, cancellation);
        foreach (var file in referenced) resolver._referenced.Add(file.Source.Path, file);
        foreach (var item in importable) resolver.AddImportable(item);
        foreach (var file in compiled) resolver.AddCompiled(file);
        while (resolver._queue.Count > 0) resolver.Follow(resolver._queue.Dequeue());
        return resolver.Name();
    }

    private void AddImportable(ProtoItem item)
    {
        _index.Add(item.Path);
        _importable[item.Path] = item;
    }

    private void AddCompiled(FileImports file)
    {
        if (_visits.ContainsKey(file.Path)) return;
        _index.Add(file.Path);
        Enqueue(new Visit(file.Path, file.Settings, GetFolders(file), GetRoot(file.Path, file.Settings), file.Imports, null));
    }

    private string[] GetFolders(FileImports file)
    {
        var folders = new List<string>();
        foreach (var folder in file.Settings.ImportFolders) folders.Add(folder);
        foreach (var folder in _project.StandardImportFolders) folders.Add(folder);
        return folders.ToArray();
    }

    private string GetRoot(string path, ItemSettings settings) =>
        settings.Root
        ?? (ProtoPath.GetRelative(_project.ProjectFolder, path) is null
            ? _project.OutsideRoot ?? ProtoPath.GetFolder(path)
            : _project.ProjectFolder);

    private void Enqueue(Visit visit)
    {
        _visits.Add(visit.Path, visit);
        _queue.Enqueue(visit);
    }

    private void Follow(Visit visit)
    {
        _cancellation.ThrowIfCancellationRequested();
        visit.Targets = new string?[visit.Imports.Count];
        for (var i = 0; i < visit.Targets.Length; i++)
        {
            var import = visit.Imports[i];
            if (Find(import, visit) is not { } path) continue;
            visit.Targets[i] = path;
            _names.AddImport(path, import);
            if (_visits.ContainsKey(path)) continue;
            if (_importable.TryGetValue(path, out var item)) EnqueueImportable(item, import, visit);
            else EnqueueReferenced(_referenced[path], visit);
        }
    }

    private string? Find(string import, Visit importer)
    {
        foreach (var folder in importer.Folders)
            if (_index.Contains(folder + "/" + import))
                return folder + "/" + import;
        if (WellKnownFiles.TryGet(import) is not null) return null;
        return _index.Contains(importer.Root + "/" + import)
            ? importer.Root + "/" + import
            : _index.FindNearest(import, importer.Path) ?? (_referenced.ContainsKey(import) ? import : null);
    }

    private void EnqueueReferenced(ProtoFile file, Visit importer) =>
        Enqueue(new Visit(file.Source.Path, ItemSettings.Default, importer.Folders, importer.Root, FileImports.GetImports(file), file));

    // A file reached by an import is looked at from where the importer stood, as in one run of protoc.
    private void EnqueueImportable(ProtoItem item, string import, Visit importer)
    {
        var file = ParsedImportables.GetValue(item.File, text => ProtoFile.Parse(ProtoSource.Read(item.Path, text, _cancellation)));
        var root = item.Path.EndsWith("/" + import, StringComparison.Ordinal)
            ? item.Path.Substring(0, item.Path.Length - import.Length - 1)
            : importer.Root;
        Enqueue(new Visit(item.Path, item.Settings, importer.Folders, root, FileImports.GetImports(file), file));
    }

    private ImportMap Name()
    {
        foreach (var visit in _visits.Values) visit.Name = _names.Assign(visit.Path, visit.Settings);
        var hintNames = new HintNames();
        var files = new List<ResolvedFile>(_visits.Count);
        foreach (var visit in _visits.Values)
        {
            files.Add(new ResolvedFile(
                visit.Path, visit.Name, hintNames.Add(visit.Name), visit.Settings, GetImportNames(visit), GetMissing(visit), visit.File));
        }

        return new ImportMap(files.ToArray());
    }

    private EquatableArray<string> GetImportNames(Visit visit)
    {
        var names = new string[visit.Targets.Length];
        for (var i = 0; i < names.Length; i++)
            names[i] = visit.Targets[i] is { } path ? _visits[path].Name : visit.Imports[i];
        return new(names);
    }

    private EquatableArray<MissingImport> GetMissing(Visit visit)
    {
        List<MissingImport>? missing = null;
        for (var i = 0; i < visit.Targets.Length; i++)
        {
            var import = visit.Imports[i];
            if (visit.Targets[i] is not null || WellKnownFiles.TryGet(import) is not null) continue;
            (missing ??= []).Add(new MissingImport(import, new([.. visit.Folders, visit.Root]), _index.FindInOtherCase(import)));
        }

        return missing is null ? default : new(missing.ToArray());
    }

    private sealed class Visit(
        string path, ItemSettings settings, string[] folders, string root, EquatableArray<string> imports, ProtoFile? file)
    {
        public string Path { get; } = path;

        public ItemSettings Settings { get; } = settings;

        public string[] Folders { get; } = folders;

        public string Root { get; } = root;

        public EquatableArray<string> Imports { get; } = imports;

        /// <summary>The file if it is only imported.</summary>
        public ProtoFile? File { get; } = file;

        /// <summary>For each import, the path of the file that it means; null where none was found.</summary>
        public string?[] Targets { get; set; } = [];

        public string Name { get; set; } = "";
    }
}
