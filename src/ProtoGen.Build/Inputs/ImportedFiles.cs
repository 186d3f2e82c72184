using System.Text.RegularExpressions;

namespace ProtoGen.Build.Inputs;

/// <summary>Finds the build files that others import, without evaluating them.</summary>
/// <param name="projectFolder">The folder of the project.</param>
/// <param name="packageFolder">The folder of the restored packages; can be empty.</param>
internal sealed class ImportedFiles(string projectFolder, string packageFolder)
{
    private static readonly Regex Comment = new("<!--.*?-->", RegexOptions.Singleline);
    private static readonly Regex Import = new(@"<Import\s[^>]*?\bProject\s*=\s*(""(?<path>[^""]*)""|'(?<path>[^']*)')");
    private static readonly Regex FileAbove = new(@"GetPathOfFileAbove\(\s*['""`]?(?<name>[^'""`,)]+)");

    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly string _packageFolder =
        packageFolder.Length == 0 ? "" : Path.GetFullPath(packageFolder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;

    /// <summary>Returns the files and those that they import, with their texts without comments.</summary>
    public IEnumerable<(string Path, string Text, bool IsInPackage)> Find(IEnumerable<string> files)
    {
        var pending = new Queue<string>(files);
        while (pending.Count > 0)
        {
            var path = pending.Dequeue();
            if (path.Length == 0 || !_visited.Add(path) || IsOwn(path) || Read(path) is not { } text) continue;
            yield return (path, text, IsInPackage(path));
            foreach (Match import in Import.Matches(text))
            {
                foreach (var imported in Resolve(import.Groups["path"].Value, Path.GetDirectoryName(path)!))
                    pending.Enqueue(Path.GetFullPath(imported));
            }
        }
    }

    private bool IsInPackage(string path) =>
        _packageFolder.Length > 0 && path.StartsWith(_packageFolder, StringComparison.OrdinalIgnoreCase);

    // These packages have the targets that hooks refer to.
    private static bool IsOwn(string path) =>
        Path.GetFileNameWithoutExtension(path) is "ProtoGen.SourceGenerator" or "ProtoGen.Runtime" or "Grpc.Tools"
            && Path.GetExtension(path) is ".props" or ".targets";

    private static string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? Comment.Replace(File.ReadAllText(path), "") : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private IEnumerable<string> Resolve(string import, string folder)
    {
        if (FileAbove.Match(import) is { Success: true } above)
            return FindHereAndAbove(above.Groups["name"].Value.Trim(), folder);
        var path = import
            .Replace("$(MSBuildThisFileDirectory)", folder + "/")
            .Replace("$(MSBuildProjectDirectory)", projectFolder)
            .Replace("$(NuGetPackageRoot)", _packageFolder)
            .Replace('\\', '/');
        try
        {
            if (!path.Contains("$(")) return Expand(Path.GetFullPath(Path.Combine(folder, path)));

            // The path after a property of the repository, such as its root, is looked for in all folders above.
            var end = path.Substring(path.LastIndexOf(')') + 1).TrimStart('/');
            return Path.GetFileNameWithoutExtension(end).Length == 0 ? [] : FindAbove(end, folder).Concat(FindAbove(end, projectFolder));
        }
        catch (Exception e) when (e is ArgumentException or IOException or NotSupportedException or UnauthorizedAccessException)
        {
            // MSBuild reports a path that is not valid.
            return [];
        }
    }

    // A file often imports the next one above that has the same name.
    private static IEnumerable<string> FindHereAndAbove(string name, string folder) =>
        FindAbove(name, folder).Concat(FindAbove(name, Path.GetDirectoryName(folder)));

    private static IEnumerable<string> FindAbove(string end, string? folder)
    {
        for (; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            var found = Expand(Path.Combine(folder, end));
            if (found.Length > 0) return found;
        }

        return [];
    }

    private static string[] Expand(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        return Directory.Exists(folder) ? Directory.GetFiles(folder, Path.GetFileName(path)) : [];
    }
}
