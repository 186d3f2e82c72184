using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ProtoGen.Build.Inputs;
using ProtoGen.Build.Outputs;
using ProtoGen.Build.State;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Project.Output;
using Task = Microsoft.Build.Utilities.Task;

namespace ProtoGen.Build;

/// <summary>Writes the C# of a project's .proto files before the C# compiler runs and in design-time builds.</summary>
/// <remarks>
/// The source generator uses the same engine, so the text is the same. The generator runs in every compilation and reports the errors and
/// warnings of the .proto files. If this task reported them too, they would appear twice, and not in the editor.
/// </remarks>
public sealed class GenerateProtoSources : Task, ICancelableTask
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>Gets or sets the .proto files to generate C# from, with the metadata of Protobuf items.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Gets or sets the .proto files that are only imported.</summary>
    public ITaskItem[] Importable { get; set; } = [];

    /// <summary>Gets or sets the references of the compilation. The metadata of each contains its reference assembly.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>Gets or sets the C# files of the project, in which users may have added parts of generated classes.</summary>
    public ITaskItem[] SourceFiles { get; set; } = [];

    /// <summary>Gets or sets the MSBuild properties on which the output depends, as items with the metadata Value.</summary>
    [Required]
    public ITaskItem[] Properties { get; set; } = [];

    /// <summary>Gets or sets the project's folder.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>Gets or sets the folder for generated files whose item has no output folder.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>Gets or sets the file that stores the state of the last run.</summary>
    [Required]
    public string StateFile { get; set; } = "";

    /// <summary>Gets or sets the C# version of the project, from its property LangVersion.</summary>
    public string LanguageVersion { get; set; } = "";

    /// <summary>
    /// Gets or sets the generated C# files, with the metadata Source (the item of the .proto file) and CompileOutputs (whether to compile
    /// the file).
    /// </summary>
    [Output]
    public ITaskItem[] Generated { get; set; } = [];

    /// <summary>
    /// Gets or sets the compiled .proto files, in which the metadata OutputDir and GrpcOutputDir are the folders of the generated files.
    /// </summary>
    [Output]
    public ITaskItem[] Compiled { get; set; } = [];

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            // Take the stamps before reading the files, so that the next run finds a change in between.
            var task = new TaskParameters(
                Files, Importable, References, SourceFiles, Properties, ProjectFolder, OutputFolder, LanguageVersion);
            var snapshot = new InputSnapshot(task);
            var outputs = FindUnchanged(snapshot) ?? Run(task, snapshot);
            Generated = [.. outputs.Where(output => output.IsCode).Select(CreateItem)];
            Compiled = CreateCompiled(outputs);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.LogError($"ProtoGen cannot write the generated files: {e.Message}");
        }

        return !Log.HasLoggedErrors;
    }

    // Returns the outputs of the last run if they exist and no input has changed since.
    private IReadOnlyList<WrittenFile>? FindUnchanged(InputSnapshot snapshot) =>
        LastRun.Load(StateFile) is { } last
            && last.InputsKey == snapshot.GetKey(last.Outputs)
            && last.Outputs.All(output => File.Exists(output.Path))
            ? last.Outputs
            : null;

    private IReadOnlyList<WrittenFile> Run(TaskParameters task, InputSnapshot snapshot)
    {
        var inputs = new BuildInputs(task);
        var paths = new OutputPaths(inputs);
        inputs.ExcludeSources(paths.Files.SelectMany(file => new[] { file.Messages, file.Services }));
        var previous = BuildState.Load(StateFile);
        var stamps = inputs.TakeStamps();
        inputs.ReadSources(previous);
        var known = previous is null ? BuildState.NoFiles : inputs.GetUnchanged(previous, stamps);
        var project = ProjectGenerator.Generate(inputs.CreateProject(), known, _cancellation.Token);
        var outputs = new OutputWriter(previous).Write(paths, project, LogFailure);
        if (!Log.HasLoggedErrors)
            inputs.CreateState(new LastRun(snapshot.GetKey(outputs), outputs), stamps, project.Files).Save(StateFile);
        return outputs;
    }

    private void LogFailure(GeneratedSource source)
    {
        if (source.Failure is not { } failure) return;
        var file = failure.Path is null ? null : Path.GetFullPath(failure.Path);
        var help = HelpLink.Get(failure.Id);
        if (failure.Severity == DiagnosticSeverity.Error) Log.LogError(null, failure.Id, null, help, file, 0, 0, 0, 0, failure.Message);
        else Log.LogWarning(null, failure.Id, null, help, file, 0, 0, 0, 0, failure.Message);
    }

    // As with Grpc.Tools, the path of a file in the project folder is relative to it.
    private ITaskItem CreateItem(WrittenFile file)
    {
        var item = new TaskItem(ItemNames.Escape(GetRelative(file.Path)));
        item.SetMetadata("Source", ItemNames.Escape(file.ItemName));
        item.SetMetadata("CompileOutputs", file.IsCompiled ? "true" : "false");
        return item;
    }

    // Build hooks find the generated files with this metadata, which Grpc.Tools sets.
    private ITaskItem[] CreateCompiled(IReadOnlyList<WrittenFile> outputs)
    {
        var outputsOfItems = outputs.Where(output => output.IsCode).ToLookup(output => output.ItemName, StringComparer.Ordinal);
        var compiled = new List<ITaskItem>();
        foreach (var file in Files)
        {
            if (file.GetMetadata("ProtoCompile").Equals("false", StringComparison.OrdinalIgnoreCase)) continue;
            var item = new TaskItem(file);
            // The file with the messages comes first.
            if (outputsOfItems[file.ItemSpec].FirstOrDefault() is { } messages)
            {
                item.SetMetadata("OutputDir", ItemNames.Escape(GetRelative(Path.GetDirectoryName(messages.Path)!)));
                var services = outputsOfItems[file.ItemSpec].Last();
                item.SetMetadata("GrpcOutputDir", ItemNames.Escape(GetRelative(Path.GetDirectoryName(services.Path)!)));
            }

            compiled.Add(item);
        }

        return [.. compiled];
    }

    private string GetRelative(string path)
    {
        var folder = Path.GetFullPath(ProjectFolder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        if (path + Path.DirectorySeparatorChar == folder) return "";
        return path.StartsWith(folder, StringComparison.Ordinal) ? path.Substring(folder.Length) : path;
    }
}
