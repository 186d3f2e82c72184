using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Compiler.Project.Severities;

/// <summary>The severities that an .editorconfig or .globalconfig file gives ProtoGen's warnings.</summary>
/// <param name="Folder">The normalized folder of the file, to which the names of sections are relative.</param>
/// <param name="IsRoot">Whether files in outer folders have no effect on the files below this folder.</param>
/// <param name="GlobalLevel">The precedence of a global file; null if the file is not global.</param>
/// <param name="Sections">The sections with severities, in order.</param>
internal sealed record ConfigFile(string Folder, bool IsRoot, int? GlobalLevel, EquatableArray<ConfigSection> Sections)
{
    private const string IdPrefix = "dotnet_diagnostic.";
    private const string IdSuffix = ".severity";
    private const int LevelOfGlobalConfigName = 100;

    /// <summary>Reads a file.</summary>
    public static ConfigFile Parse(string path, string text)
    {
        var normalized = ProtoPath.Normalize(path);
        var sections = new List<ConfigSection>();
        var severities = new List<ConfiguredWarning>();
        string? section = null;
        var preamble = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var rawLine in text.Split('\n'))
        {
            var line = RemoveComment(rawLine).Trim('\uFEFF', ' ', '\t', '\r');
            if (line.Length > 1 && line[0] == '[' && line[line.Length - 1] == ']')
            {
                EndSection();
                section = line.Substring(1, line.Length - 2);
            }
            else if (line.IndexOfAny(['=', ':']) is > 0 and var separator)
            {
                var key = line.Substring(0, separator).TrimEnd();
                var value = line.Substring(separator + 1).TrimStart();
                if (GetId(key) is { } id && ParseSeverity(value) is { } severity) severities.Add(new ConfiguredWarning(id, severity));
                else if (section is null) preamble[key] = value;
            }
        }

        EndSection();
        return new ConfigFile(
            ProtoPath.GetFolder(normalized), IsTrue("root"), GetGlobalLevel(ProtoPath.GetFileName(normalized)), new(sections.ToArray()));

        void EndSection()
        {
            if (severities.Count > 0) sections.Add(new ConfigSection(section, new(severities.ToArray())));
            severities.Clear();
        }

        bool IsTrue(string key) => preamble.TryGetValue(key, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

        int? GetGlobalLevel(string name)
        {
            var hasName = name.Equals(".globalconfig", StringComparison.OrdinalIgnoreCase);
            if (!hasName && !IsTrue("is_global")) return null;
            if (preamble.TryGetValue("global_level", out var value) && int.TryParse(value, out var level)) return level;
            return hasName ? LevelOfGlobalConfigName : 0;
        }
    }

    // A comment starts at any # or ; as in the C# compiler, which also ends the name of a section there unless a \ precedes it.
    private static string RemoveComment(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is '#' or ';' && (i == 0 || line[i - 1] != '\\'))
                return line.Substring(0, i);
        }

        return line;
    }

    private static string? GetId(string key)
    {
        var length = key.Length - IdPrefix.Length - IdSuffix.Length;
        return length > 0
            && key.StartsWith(IdPrefix, StringComparison.OrdinalIgnoreCase) && key.EndsWith(IdSuffix, StringComparison.OrdinalIgnoreCase)
            && key.Substring(IdPrefix.Length, length).ToUpperInvariant() is var id && id.StartsWith("PG", StringComparison.Ordinal)
            ? id
            : null;
    }

    private static ConfiguredSeverity? ParseSeverity(string value) => value.ToUpperInvariant() switch
    {
        "DEFAULT" => ConfiguredSeverity.Default,
        "NONE" => ConfiguredSeverity.None,
        "SILENT" or "REFACTORING" => ConfiguredSeverity.Silent,
        "SUGGESTION" => ConfiguredSeverity.Suggestion,
        "WARNING" => ConfiguredSeverity.Warning,
        "ERROR" => ConfiguredSeverity.Error,
        _ => null,
    };
}

/// <summary>A section of a configuration file.</summary>
/// <param name="Name">The pattern of the files to which it applies; null before the first section.</param>
/// <param name="Warnings">The configured warnings, in order.</param>
internal sealed record ConfigSection(string? Name, EquatableArray<ConfiguredWarning> Warnings);

/// <summary>The severity of one kind of warning.</summary>
internal sealed record ConfiguredWarning(string Id, ConfiguredSeverity Severity);
