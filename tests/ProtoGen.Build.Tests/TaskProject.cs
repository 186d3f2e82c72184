using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ProtoGen.Testing;

namespace ProtoGen.Build.Tests;

/// <summary>A project on disk for which the task runs as in a build.</summary>
internal sealed class TaskProject : IDisposable
{
    private static readonly DateTime Past = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();
    private readonly SortedDictionary<string, Dictionary<string, string>> _files = new(StringComparer.Ordinal);
    private readonly List<string> _importable = [];
    private readonly List<string> _sources = [];
    private readonly Dictionary<string, string> _properties = [];
    private readonly List<TaskItem> _references =
    [
        new(typeof(IMessage).Assembly.Location),
        new(typeof(ServerCallContext).Assembly.Location),
        new(Path.Combine(AppContext.BaseDirectory, "ProtoGen.Runtime.dll")),
    ];

    /// <summary>Gets the project's folder.</summary>
    public string Folder => Path.Combine(_folder.Path, "App");

    /// <summary>Writes a .proto and adds it to the items.</summary>
    public TaskProject Add(string path, string text, params (string Name, string Value)[] metadata)
    {
        Write(path, text);
        _files[path] = metadata.ToDictionary(pair => pair.Name, pair => pair.Value);
        return this;
    }

    /// <summary>Writes a .proto that can only be imported.</summary>
    public TaskProject AddImportable(string path, string text)
    {
        Write(path, text);
        _importable.Add(path);
        return this;
    }

    /// <summary>Removes the reference to Grpc.Core.Api.</summary>
    public TaskProject WithoutGrpc()
    {
        _references.RemoveAll(reference => reference.ItemSpec == typeof(ServerCallContext).Assembly.Location);
        return this;
    }

    /// <summary>Writes a C# file of the user.</summary>
    public TaskProject AddSource(string path, string text)
    {
        Write(path, text);
        if (!_sources.Contains(path)) _sources.Add(path);
        return this;
    }

    /// <summary>Writes a file.</summary>
    public TaskProject Write(string path, string text)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Removes a .proto.</summary>
    public TaskProject Remove(string path)
    {
        File.Delete(PathOf(path));
        _files.Remove(path);
        return this;
    }

    /// <summary>Sets an MSBuild property.</summary>
    public TaskProject WithProperty(string name, string value)
    {
        _properties[name] = value;
        return this;
    }

    /// <summary>References Google.Api.CommonProtos.</summary>
    public TaskProject ReferenceCommonProtos()
    {
        _references.Add(new TaskItem(typeof(HttpRule).Assembly.Location));
        return this;
    }

    /// <summary>Returns an absolute path.</summary>
    public string PathOf(string path) => Path.GetFullPath(Path.Combine(Folder, path));

    /// <summary>Returns the text of a file.</summary>
    public string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Runs the task, which must succeed.</summary>
    public TaskRun Run()
    {
        var engine = new RecordingEngine();
        var task = new GenerateProtoSources
        {
            BuildEngine = engine,
            Files = [.. _files.Select(file => CreateItem(file.Key, file.Value))],
            Importable = [.. _importable.Select(path => CreateItem(path, []))],
            References = [.. _references],
            SourceFiles = [.. _sources.Select(path => CreateItem(path, []))],
            Properties = [.. _properties.Select(property => CreateItem(property.Key, new() { ["Value"] = property.Value }))],
            LanguageVersion = "14.0",
            ProjectFolder = Folder,
            OutputFolder = "obj/",
            StateFile = PathOf("obj/App.ProtoGen.cache"),
        };
        Assert.True(task.Execute(), string.Join("\n", engine.Findings));
        Assert.Empty(engine.Findings);
        return new TaskRun(this, task.Generated);
    }

    /// <summary>Runs the task and returns the generated files that it wrote.</summary>
    public string[] RunAndGetWritten()
    {
        foreach (var file in GeneratedFiles()) File.SetLastWriteTimeUtc(file, Past);
        Run();
        return [
            .. GeneratedFiles().Where(file => File.GetLastWriteTimeUtc(file) != Past).Select(GetRelative).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Returns a path relative to the project.</summary>
    public string GetRelative(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    public void Dispose() => _folder.Dispose();

    private string[] GeneratedFiles() =>
        [.. Directory.GetFiles(_folder.Path, "*.cs", SearchOption.AllDirectories).Where(file => !_sources.Contains(GetRelative(file)))];

    // Items contain escaped text.
    private static TaskItem CreateItem(string path, Dictionary<string, string> metadata) =>
        new(path.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3b", StringComparison.Ordinal), metadata);
}

/// <summary>The result of a run of the task.</summary>
internal sealed class TaskRun(TaskProject project, ITaskItem[] generated)
{
    /// <summary>Gets the generated files, relative to the project.</summary>
    public string[] Files { get; } =
    [
        .. generated.Select(item => project.GetRelative(project.PathOf(item.ItemSpec))).Order(StringComparer.Ordinal),
    ];

    /// <summary>Gets the generated files that the project compiles.</summary>
    public string[] Compiled { get; } =
        [
            .. generated.Where(item => item.GetMetadata("CompileOutputs") == "true")
                .Select(item => project.GetRelative(project.PathOf(item.ItemSpec)))
                .Order(StringComparer.Ordinal),
        ];
}
