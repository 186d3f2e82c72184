using ProtoGen.Compiler.Text;
using ProtoGen.Compiler.WellKnown;
using ProtoGen.Tool.CommandLine;

namespace ProtoGen.Tool.Sources;

/// <summary>Finds files by import name in the folders of the command line, then among the built-in google/protobuf files.</summary>
internal sealed class SourceTree
{
    private readonly List<ImportRoot> _roots = [];

    public SourceTree(IEnumerable<ImportRoot> roots)
    {
        foreach (var root in roots)
        {
            _roots.Add(root with { DiskPath = VirtualPath.Canonicalize(root.DiskPath) });
        }
    }

    /// <summary>Returns whether a file or folder exists. A symbolic link to a missing file exists for .NET, but not for protoc.</summary>
    public static bool Exists(string path)
    {
        try
        {
            return Path.Exists(path)
                && (new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is not { } target || Path.Exists(target.FullName));
        }
        catch (IOException)
        {
            // A link to itself.
            return false;
        }
    }

    /// <summary>Returns the file on disk that an import name refers to; null if there is none.</summary>
    public string? FindOnDisk(string name)
    {
        if (!VirtualPath.IsCanonical(name))
        {
            return null;
        }

        foreach (var root in _roots)
        {
            if (VirtualPath.Map(name, root.VirtualPath, root.DiskPath) is { } path && File.Exists(path) && Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Returns whether an import finds a file on disk or a well-known file.</summary>
    public bool Contains(string name) => FindOnDisk(name) is not null || WellKnownFiles.TryGet(name) is not null;

    /// <summary>Reads the text of a file on disk. Returns null if it cannot be read.</summary>
    public SourceText? Read(string name)
    {
        try
        {
            return FindOnDisk(name) is { } path ? SourceText.From(File.ReadAllBytes(path)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Returns the import name of a file on disk; null if no root contains it.</summary>
    /// <param name="path">The path of the file on the command line.</param>
    /// <param name="shadowedBy">The file that an import with that name would find instead; null if it is the same file.</param>
    public string? GetVirtualName(string path, out string? shadowedBy)
    {
        var canonical = VirtualPath.Canonicalize(path);
        shadowedBy = null;
        for (var i = 0; i < _roots.Count; i++)
        {
            if (VirtualPath.Map(canonical, _roots[i].DiskPath, _roots[i].VirtualPath) is { } name)
            {
                shadowedBy = _roots.Take(i)
                    .Select(root => VirtualPath.Map(name, root.VirtualPath, root.DiskPath))
                    .FirstOrDefault(path => path is not null && Exists(path));
                return name;
            }
        }

        return null;
    }
}
