using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Project.References;
using ProtoGen.Compiler.Project.Settings;
using ProtoGen.Compiler.WellKnown;

namespace ProtoGen.Compiler.Project.Imports;

/// <summary>Finds the file that each import refers to.</summary>
/// <remarks>
/// The order is protoc's: the additional folders, the well-known files, the root. If none of these contains the file, the resolver uses the
/// nearest file whose path ends with the import, and then a file whose code a referenced assembly contains.
/// </remarks>
public sealed class ImportResolver
{
    private readonly ProjectSettings _project;
    private readonly ReferencedProtos _referenced;
    private readonly CancellationToken _cancellation;
    private readonly PathIndex _index = new();
    private readonly ImportNames _names = new();
    private readonly Dictionary<string, ProtoItem> _importable = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Visit> _visits = new(StringComparer.Ordinal);
    private readonly Queue<Visit> _queue = new();

    private ImportResolver(ProjectSettings project, ReferencedProtos referenced, CancellationToken cancellation)
    {
        _project = project;
        _referenced = referenced;
        _cancellation = cancellation;
    }

    /// <summary>Resolves the imports of the compiled files and of all files that they import.</summary>
    /// <param name="compiled">The compiled files.</param>
    /// <param name="importable">The files that are only imported. They are parsed when an import refers to them.</param>
    /// <param name="project">The project's settings.</param>
    /// <param name="referenced">The files of referenced assemblies.</param>
    /// <param name="cancellation">Cancels the resolution.</param>
    public static ImportMap Resolve(
        IReadOnlyList<ProtoImports> compiled, IReadOnlyList<ProtoItem> importable, ProjectSettings project, ReferencedProtos referenced,
        CancellationToken cancellation)
    {
        var resolver = new ImportResolver(project, referenced, cancellation);
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

    private void AddCompiled(ProtoImports file)
    {
        if (_visits.ContainsKey(file.Path)) return;
        _index.Add(file.Path);
        var root = ImportRoot.Decide(file.Path, file.Settings, _project);
        Enqueue(new Visit(file.Path, file.Settings, root, root.Folder, GetFolders(file), file.Imports, null));
    }

    private string[] GetFolders(ProtoImports file) => [.. file.Settings.ImportFolders, .. _project.StandardImportFolders];

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
            else EnqueueReferenced(_referenced.Find(path)!, visit);
        }
    }

    private string? Find(string import, Visit importer)
    {
        foreach (var folder in importer.Folders)
        {
            if (_index.Contains(folder + "/" + import))
                return folder + "/" + import;
        }

        if (WellKnownFiles.TryGet(import) is not null) return null;
        return _index.Contains(importer.LookupFolder + "/" + import)
            ? importer.LookupFolder + "/" + import
            : _index.FindNearest(import, importer.Path) ?? (_referenced.Find(import) is null ? null : import);
    }

    private void EnqueueReferenced(ParsedProto file, Visit importer) => EnqueueImported(file, importer.LookupFolder, importer);

    // As in a run of protoc, the imports of an imported file are searched for in the folders of the file that imports it.
    private void EnqueueImportable(ProtoItem item, string import, Visit importer)
    {
        var lookupFolder = item.Path.EndsWith("/" + import, StringComparison.Ordinal)
            ? item.Path.Substring(0, item.Path.Length - import.Length - 1)
            : importer.LookupFolder;
        EnqueueImported(item.Parse(_cancellation), lookupFolder, importer);
    }

    private void EnqueueImported(ParsedProto file, string lookupFolder, Visit importer) => Enqueue(new Visit(
        file.Path, file.Settings, ImportRoot.Decide(file.Path, file.Settings, _project), lookupFolder, importer.Folders, file.GetImports(),
        file));

    private ImportMap Name()
    {
        foreach (var visit in _visits.Values) visit.Name = _names.Assign(visit.Path, visit.Settings, visit.Root);
        var hintNames = new HintNames();
        var files = new List<ResolvedProto>(_visits.Count);
        foreach (var visit in _visits.Values)
        {
            files.Add(new ResolvedProto(
                visit.Path, visit.Name, hintNames.Add(visit.Name), GetImportNames(visit), GetMissing(visit), visit.Imported));
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
            (missing ??= []).Add(new MissingImport(import, new([.. visit.Folders, visit.LookupFolder]), _index.FindInOtherCase(import)));
        }

        return missing is null ? default : new(missing.ToArray());
    }

    /// <summary>A file whose imports are resolved.</summary>
    private sealed class Visit(
        string path, ItemSettings settings, ImportRoot root, string lookupFolder, string[] folders, EquatableArray<string> imports,
        ParsedProto? imported)
    {
        public string Path { get; } = path;

        public ItemSettings Settings { get; } = settings;

        public ImportRoot Root { get; } = root;

        /// <summary>
        /// Gets the folder in which imports are searched for: the root, or for an imported file the folder that its import implies.
        /// </summary>
        public string LookupFolder { get; } = lookupFolder;

        public string[] Folders { get; } = folders;

        public EquatableArray<string> Imports { get; } = imports;

        /// <summary>Gets the file if it is only imported; null if it is compiled.</summary>
        public ParsedProto? Imported { get; } = imported;

        /// <summary>Gets or sets the path of the file that each import refers to; null if none was found.</summary>
        public string?[] Targets { get; set; } = [];

        public string Name { get; set; } = "";
    }
}
