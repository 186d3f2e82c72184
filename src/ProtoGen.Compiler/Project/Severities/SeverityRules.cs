using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Compiler.Project.Severities;

/// <summary>The severities that a project's .editorconfig and .globalconfig files give warnings about .proto files.</summary>
/// <remarks>
/// The C# compiler applies sections of .editorconfig to C# files only. The rules of precedence are the compiler's: a later section, a file
/// in a deeper folder, and an .editorconfig file before a global one.
/// </remarks>
public sealed record SeverityRules
{
    private readonly EquatableArray<ConfigFile> _global;
    private readonly EquatableArray<ConfigFile> _local;

    private SeverityRules(IReadOnlyCollection<ConfigFile> files)
    {
        _global = new([.. files.Where(file => file.GlobalLevel is not null).OrderByDescending(file => file.GlobalLevel)]);
        _local = new([.. files.Where(file => file.GlobalLevel is null).OrderBy(file => file.Folder.Length)]);
    }

    /// <summary>Reads the files of a project.</summary>
    public static SeverityRules Parse(IEnumerable<(string Path, string Text)> files) =>
        new(files.Select(file => ConfigFile.Parse(file.Path, file.Text)).ToArray());

    /// <summary>Returns the severity of a warning about a file.</summary>
    /// <param name="id">The ID of the warning.</param>
    /// <param name="path">The path of the .proto file; null for a warning about the project.</param>
    public ConfiguredSeverity Find(string id, string? path)
    {
        if (_global.Count == 0 && _local.Count == 0) return ConfiguredSeverity.Default;
        var normalized = path is null ? null : ProtoPath.Normalize(path);
        return (normalized is null ? null : FindLocal(id, normalized)) ?? FindGlobal(id, normalized) ?? ConfiguredSeverity.Default;
    }

    private ConfiguredSeverity? FindLocal(string id, string path)
    {
        ConfiguredSeverity? found = null;
        foreach (var file in _local)
        {
            if (ProtoPath.GetRelative(file.Folder, path) is not { } relative) continue;
            if (file.IsRoot) found = null;
            foreach (var section in file.Sections)
            {
                // Settings before the first section apply to no file.
                if (section.Name is { } name && Find(id, section) is { } severity && SectionPattern.IsMatch(name, "/" + relative))
                    found = severity;
            }
        }

        return found;
    }

    // As in the C# compiler, files of one level that configure the same warning cancel each other out.
    private ConfiguredSeverity? FindGlobal(string id, string? path)
    {
        ConfiguredSeverity? found = null;
        int? level = null;
        foreach (var file in _global)
        {
            if (level is not null && file.GlobalLevel != level) break;
            if (FindGlobal(id, path, file) is not { } severity) continue;
            if (level is not null) return null;
            found = severity;
            level = file.GlobalLevel;
        }

        return found;
    }

    private static ConfiguredSeverity? FindGlobal(string id, string? path, ConfigFile file)
    {
        ConfiguredSeverity? ofFile = null;
        ConfiguredSeverity? ofAll = null;
        foreach (var section in file.Sections)
        {
            // The sections of a global file name one file each by its absolute path.
            if (section.Name is null) ofAll = Find(id, section) ?? ofAll;
            else if (path is not null && ProtoPath.Normalize(section.Name) == path) ofFile = Find(id, section) ?? ofFile;
        }

        return ofFile ?? ofAll;
    }

    private static ConfiguredSeverity? Find(string id, ConfigSection section)
    {
        ConfiguredSeverity? found = null;
        foreach (var warning in section.Warnings)
        {
            if (warning.Id == id)
                found = warning.Severity;
        }

        return found;
    }
}
