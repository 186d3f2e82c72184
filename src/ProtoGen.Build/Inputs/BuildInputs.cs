using Microsoft.Build.Framework;
using ProtoGen.Build.State;
using ProtoGen.Compiler.Project.Imports;
using ProtoGen.Compiler.Project.Output;
using ProtoGen.Compiler.Project.References;
using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Build.Inputs;

/// <summary>The inputs on which the output of a project depends.</summary>
internal sealed class BuildInputs
{
    private readonly ReferenceFiles _references;
    private readonly SourceFiles _sources;
    private readonly List<ProtoFile> _files = [];
    private readonly Dictionary<string, ProtoFile> _filesByPath = new(StringComparer.Ordinal);
    private readonly string _propertiesKey;
    private readonly int _languageVersion;

    public BuildInputs(TaskParameters task)
    {
        var properties = task.Properties.ToDictionary(
            item => item.ItemSpec, item => item.GetMetadata("Value"), StringComparer.OrdinalIgnoreCase);
        ProjectFolder = task.ProjectFolder;
        OutputFolder = task.OutputFolder;
        properties["ProjectDir"] = task.ProjectFolder;
        Settings = ProjectSettings.Read(name => properties.TryGetValue(name, out var value) ? value : null);
        _languageVersion = LanguageVersions.Parse(task.LanguageVersion);
        _references = new ReferenceFiles(task.References);
        // A descriptor set can include imported files, so the locations of all files are recorded.
        var recordsLocations = task.Files.Any(item => item.GetMetadata("AdditionalProtocArguments").Contains("--include_source_info"));
        foreach (var item in task.Files) Add(item, isImportOnly: false, recordsLocations);
        foreach (var item in task.Importable) Add(item, isImportOnly: true, recordsLocations);

        _sources = new SourceFiles(task.SourceFiles.Select(item => Path.GetFullPath(Path.Combine(task.ProjectFolder, item.ItemSpec))));

        _propertiesKey = ContentHash.Of(
        [
            .. new[] { typeof(BuildInputs), typeof(ProjectGenerator) }.Select(
                type => type.Assembly.ManifestModule.ModuleVersionId.ToString()),
            task.OutputFolder, task.LanguageVersion,
            .. properties.OrderBy(property => property.Key, StringComparer.Ordinal)
                .SelectMany(property => new[] { property.Key, property.Value }),
        ]);
    }

    /// <summary>Gets the project's settings.</summary>
    public ProjectSettings Settings { get; }

    /// <summary>Gets the project's folder.</summary>
    public string ProjectFolder { get; }

    /// <summary>Gets the folder for generated files whose item has no output folder.</summary>
    public string OutputFolder { get; }

    /// <summary>Gets the files to generate C# from.</summary>
    public IEnumerable<ProtoFile> CompiledFiles => _files.Where(file => !file.Item.Settings.IsImportOnly);

    /// <summary>Removes generated files from the C# files that are searched for parts of classes.</summary>
    public void ExcludeSources(IEnumerable<string> generated) => _sources.Exclude(generated);

    /// <summary>Returns the stamps of the .proto files.</summary>
    public ProtoStamps TakeStamps() =>
        new(_files.ToDictionary(file => file.Path, file => FileStamp.Take(file.FullPath), StringComparer.Ordinal));

    /// <summary>Reads the C# files that have changed since the earlier run.</summary>
    public void ReadSources(BuildState? previous) => _sources.Read(previous?.Sources);

    /// <summary>Returns the files that have not changed since the earlier run and whose output exists.</summary>
    public IReadOnlyDictionary<string, KnownProto> GetUnchanged(BuildState previous, ProtoStamps stamps)
    {
        if (previous.PropertiesKey != _propertiesKey || previous.FactsKey != GetFactsKey()) return BuildState.NoFiles;
        var missing = new HashSet<string>(
            previous.LastRun.Outputs.Where(output => !File.Exists(output.Path)).Select(output => output.Source), StringComparer.Ordinal);
        var unchanged = new Dictionary<string, KnownProto>(StringComparer.Ordinal);
        foreach (var pair in previous.Files)
        {
            if (!missing.Contains(pair.Key) && IsUnchanged(pair.Key, pair.Value, stamps))
                unchanged.Add(pair.Key, new KnownProto(pair.Key, pair.Value.Imports, pair.Value.Resolution, pair.Value.Declared));
        }

        return unchanged;
    }

    /// <summary>Creates the input of the engine.</summary>
    public ProjectInput CreateProject() => new(
        Settings,
        new CompilationFacts(_languageVersion, _references.ReadAssemblies()) { PartialClasses = _sources.PartialClasses },
        [.. _files.Select(file => file.Item)], _references.CreateProtos(), _sources.ProtocClasses);

    /// <summary>Creates the state to save after a run.</summary>
    public BuildState CreateState(LastRun run, ProtoStamps stamps, IReadOnlyList<KnownProto> files)
    {
        var states = files.ToDictionary(
            file => file.Path,
            file => new FileState(stamps.Get(file.Path), GetSettingsKey(file.Path), file.Imports, file.Resolution, file.Declared),
            StringComparer.Ordinal);
        return new BuildState(run, _propertiesKey, GetFactsKey(), _sources.States, states);
    }

    private string GetFactsKey() => _references.GetFactsKey() + _sources.GetKey();

    private void Add(ITaskItem item, bool isImportOnly, bool recordsLocations)
    {
        var file = new ProtoFile(item, ProjectFolder, isImportOnly, recordsLocations);
        if (_filesByPath.ContainsKey(file.Path) || !File.Exists(file.FullPath)) return;
        _filesByPath.Add(file.Path, file);
        _files.Add(file);
    }

    private bool IsUnchanged(string path, FileState known, ProtoStamps stamps) =>
        stamps.Get(path) == known.Stamp && GetSettingsKey(path) == known.SettingsKey;

    // A file from a referenced assembly has no item.
    private string GetSettingsKey(string path) => _filesByPath.TryGetValue(path, out var file) ? file.SettingsKey : "";
}

/// <summary>The parameters of the task.</summary>
/// <param name="Files">The .proto files to generate C# from.</param>
/// <param name="Importable">The .proto files that can only be imported.</param>
/// <param name="References">The references of the compilation.</param>
/// <param name="SourceFiles">The C# files of the project.</param>
/// <param name="Properties">The MSBuild properties that the output depends on, with their value as metadata.</param>
/// <param name="ProjectFolder">The project's folder.</param>
/// <param name="OutputFolder">The folder of the generated files whose item has no output folder.</param>
/// <param name="LanguageVersion">The C# version of the project.</param>
internal sealed record TaskParameters(
    ITaskItem[] Files, ITaskItem[] Importable, ITaskItem[] References, ITaskItem[] SourceFiles, ITaskItem[] Properties,
    string ProjectFolder, string OutputFolder, string LanguageVersion);

/// <summary>The stamps of a run's .proto files.</summary>
/// <param name="Files">The stamps by normalized path.</param>
internal sealed record ProtoStamps(IReadOnlyDictionary<string, FileStamp> Files)
{
    /// <summary>Returns the stamp of a .proto file. A file from a referenced assembly has the stamp of a missing file.</summary>
    public FileStamp Get(string path) => Files.TryGetValue(path, out var stamp) ? stamp : default;
}
