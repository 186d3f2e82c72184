using System.IO.Compression;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Output;

/// <summary>Collects the files for one output folder in memory until all generators have finished.</summary>
internal sealed class OutputFolder(string location, ErrorStream errors)
{
    // Not a SortedDictionary, whose code would have to be compiled at start-up.
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private bool _hasErrors;

    /// <summary>Gets the folder with a slash at its end, or the path of an archive.</summary>
    public string Location { get; } = IsArchive(location) || location.Length == 0 || location.EndsWith('/') ? location : location + "/";

    /// <summary>Gets the paths of the files below the folder, sorted.</summary>
    public IEnumerable<string> FileNames
    {
        get
        {
            string[] names = [.. _files.Keys];
            Array.Sort(names, StringComparer.Ordinal);
            return names;
        }
    }

    public void Add(string name, byte[] content)
    {
        if (!_files.TryAdd(name, content))
        {
            errors.WriteLine(name + ": Tried to write the same file twice.");
            _hasErrors = true;
        }
    }

    /// <summary>Inserts text at an insertion point of a file that another generator wrote.</summary>
    public void Insert(string name, string insertionPoint, byte[] content)
    {
        if (!_files.TryGetValue(name, out var target))
        {
            _files.Add(name, []);
            errors.WriteLine(name + ": Tried to insert into file that doesn't exist.");
            _hasErrors = true;
        }
        else if (InsertionPoint.Insert(target, insertionPoint, content) is { } result)
        {
            _files[name] = result;
        }
        else
        {
            errors.WriteLine($"{name}: insertion point \"{insertionPoint}\" not found.");
            _hasErrors = true;
        }
    }

    /// <summary>Writes all files. Returns false and prints the reason if that fails.</summary>
    public bool Write(bool allowEscape)
    {
        if (_hasErrors)
        {
            return false;
        }

        if (IsArchive(Location))
        {
            WarnOfEscapes(allowEscape);
            WriteArchive();
            return true;
        }

        if (Location.Length > 0 && !Path.Exists(Location))
        {
            throw new ToolException(
                $"{Location}: {(File.Exists(Location.TrimEnd('/')) ? "Not a directory" : "No such file or directory")}");
        }

        foreach (var name in FileNames)
        {
            WriteFile(name, _files[name], allowEscape);
        }

        return true;
    }

    private static bool IsArchive(string location) =>
        location.EndsWith(".zip", StringComparison.Ordinal) || location.EndsWith(".jar", StringComparison.Ordinal)
        || location.EndsWith(".srcjar", StringComparison.Ordinal);

    private void WriteFile(string name, byte[] content, bool allowEscape)
    {
        if (!allowEscape && name.Contains("..", StringComparison.Ordinal))
        {
            throw new ToolException(
                $"Output file names must never have a relative path. ({name}). Use --unsafe_allow_out_dir_escape to disable this error if intentional.");
        }

        var path = Location + name;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".");
            File.WriteAllBytes(path, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}: {SystemErrorText.Describe(e, path)}") { EndsLine = false };
        }
    }

    private void WarnOfEscapes(bool allowEscape)
    {
        foreach (var name in FileNames.Where(name => !allowEscape && name.Contains("..", StringComparison.Ordinal)))
        {
            errors.WriteLine(
                $"WARNING: Output file names must never have a relative path. ({name}). This will become an error in a future breaking change "
                + "release of Protobuf. Use --unsafe_allow_out_dir_escape to suppress this warning if intentional.");
        }
    }

    private void WriteArchive()
    {
        try
        {
            using var archive = new ZipArchive(File.Create(Location), ZipArchiveMode.Create);
            if (Location.EndsWith(".jar", StringComparison.Ordinal))
            {
                WriteEntry(archive, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nCreated-By: 1.6.0 (protoc)\n\n"u8.ToArray());
            }

            foreach (var name in FileNames)
            {
                WriteEntry(archive, name, _files[name]);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{Location}: {SystemErrorText.Describe(e, Location)}");
        }
    }

    private static void WriteEntry(ZipArchive archive, string name, byte[] content)
    {
        // As in protoc's archives, the time is the earliest one that the format can store.
        var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }
}
