using System.Globalization;
using Microsoft.Build.Framework;
using ProtoGen.Build.State;

namespace ProtoGen.Build.Inputs;

/// <summary>The inputs of the task at one time: its parameters, and the stamps of the files.</summary>
/// <remarks>It is computed without the engine, because loading the engine takes longer than to find that nothing has changed.</remarks>
internal sealed class InputSnapshot
{
    private readonly List<string> _parts = [];
    private readonly List<KeyValuePair<string, FileStamp>> _sources = [];

    public InputSnapshot(TaskParameters task)
    {
        var assembly = typeof(InputSnapshot).Assembly.Location;
        Add(assembly);
        Add(Path.Combine(Path.GetDirectoryName(assembly) ?? "", "ProtoGen.Compiler.dll"));
        _parts.AddRange([task.ProjectFolder, task.OutputFolder, task.LanguageVersion]);
        foreach (var property in task.Properties) _parts.AddRange([property.ItemSpec, property.GetMetadata("Value")]);
        AddProtos(task.Files, task.ProjectFolder);
        AddProtos(task.Importable, task.ProjectFolder);
        foreach (var reference in task.References)
        {
            if (ReferenceFiles.IsOfFramework(reference)) continue;
            Add(reference.ItemSpec);
            if (reference.GetMetadata("ReferenceAssembly") is { Length: > 0 } referenceAssembly) Add(referenceAssembly);
        }

        foreach (var source in task.SourceFiles)
        {
            var path = Path.GetFullPath(Path.Combine(task.ProjectFolder, source.ItemSpec));
            _sources.Add(new(path, FileStamp.Take(path)));
        }
    }

    /// <summary>Returns a hash of the inputs. Generated files are not inputs.</summary>
    public string GetKey(IReadOnlyList<WrittenFile> generated)
    {
        var paths = new HashSet<string>(generated.Select(file => file.Path), StringComparer.Ordinal);
        var parts = new List<string>(_parts);
        foreach (var source in _sources)
        {
            if (!paths.Contains(source.Key)) Add(parts, source.Key, source.Value);
        }

        return ContentHash.Of(parts);
    }

    private void AddProtos(ITaskItem[] items, string projectFolder)
    {
        _parts.Add(Format(items.Length));
        foreach (var item in items)
        {
            _parts.Add(item.ItemSpec);
            foreach (var name in ItemMetadata.Names) _parts.Add(item.GetMetadata(name));
            Add(Path.Combine(projectFolder, item.ItemSpec));
        }
    }

    private void Add(string path) => Add(_parts, path, FileStamp.Take(path));

    private static void Add(List<string> parts, string path, FileStamp stamp) =>
        parts.AddRange([path, Format(stamp.Time), Format(stamp.Length)]);

    private static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);
}
