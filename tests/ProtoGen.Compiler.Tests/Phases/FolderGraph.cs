using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace ProtoGen.Compiler.Tests.Phases;

/// <summary>
/// The graph of which folders of one project use which others, by the IL of its assemblies and the full names in its source.
/// </summary>
/// <remarks>
/// A folder has the name of its namespace relative to the project's, with '/'; the project's own folder is ".". So the folders of
/// ProtoGen.Runtime that share one namespace are one folder here.
/// </remarks>
internal sealed partial class FolderGraph
{
    private readonly string _root;
    private readonly Dictionary<string, Dictionary<string, string>> _arrows = new(StringComparer.Ordinal);

    private FolderGraph(string root) => _root = root;

    /// <summary>Gets the folders, each with the folders that it uses and one example of each use.</summary>
    internal IReadOnlyDictionary<string, Dictionary<string, string>> Arrows => _arrows;

    /// <summary>Reads a project's source folder and its built assemblies.</summary>
    internal static FolderGraph Read(string projectFolder, string rootNamespace, IEnumerable<string> assemblies)
    {
        var graph = new FolderGraph(rootNamespace);
        foreach (var assembly in assemblies) graph.ReadAssembly(assembly);
        foreach (var file in Repository.FindSourceFiles(projectFolder, "*.cs"))
            graph.ReadNames(Path.GetRelativePath(projectFolder, file).Replace('\\', '/'), File.ReadAllText(file));

        return graph;
    }

    /// <summary>Returns the groups of folders that use each other, directly or not, each with the uses between them.</summary>
    internal List<string> FindCycles()
    {
        var reach = _arrows.Keys.ToDictionary(folder => folder, Reach);
        var groups = _arrows.Keys.Where(folder => reach[folder].Contains(folder))
            .GroupBy(
                folder => string.Join(
                    ", ",
                    reach[folder].Where(other => reach.TryGetValue(other, out var back) && back.Contains(folder))
                        .Order(StringComparer.Ordinal)));
        return [.. groups.Select(Describe)];

        string Describe(IGrouping<string, string> group) => group.Key + ":\n" + string.Join("\n",
            from folder in @group
            from used in _arrows[folder]
            where @group.Contains(used.Key)
            select $"  {folder} -> {used.Key}: {used.Value}");
    }

    private HashSet<string> Reach(string start)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([start]);
        while (open.Count > 0)
        {
            foreach (var next in _arrows.TryGetValue(open.Pop(), out var used) ? used.Keys : Enumerable.Empty<string>())
                if (reached.Add(next)) open.Push(next);
        }

        return reached;
    }

    private void ReadAssembly(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var references = new MemberReferences(metadata, file.GetMethodBody);
        foreach (var type in metadata.TypeDefinitions)
        {
            if (FolderOf(NamespaceOf(metadata, type)) is not { } folder) continue;
            foreach (var used in references.Of(type))
            {
                if (FolderOf(NamespaceOf(metadata, used)) is { } other)
                    Add(folder, other, $"{NameOf(metadata, type)} uses {NameOf(metadata, used)}");
            }
        }
    }

    // Constants leave no trace in IL, but a using directive or their full name in the source.
    private void ReadNames(string path, string text)
    {
        if (FolderOf(NamespaceDeclaration().Match(text).Groups[1].Value) is not { } folder) return;
        foreach (Match match in DottedName().Matches(Comment().Replace(text, "")))
        {
            var name = match.Value;
            while (name.Contains('.') && !(FolderOf(name) is { } candidate && _arrows.ContainsKey(candidate))) name = Parent(name);
            if (FolderOf(name) is { } other) Add(folder, other, $"{path} contains {match.Value}");
        }
    }

    private static string Parent(string name) => name[..name.LastIndexOf('.')];

    private void Add(string folder, string used, string example)
    {
        if (!_arrows.TryGetValue(folder, out var arrows)) _arrows.Add(folder, arrows = new(StringComparer.Ordinal));
        if (used != folder) arrows.TryAdd(used, example);
    }

    private string? FolderOf(string name)
    {
        if (name == _root) return ".";
        return name.StartsWith(_root + ".", StringComparison.Ordinal) ? name[(_root.Length + 1)..].Replace('.', '/') : null;
    }

    /// <summary>Returns the namespace of the outermost type, since nested types have none.</summary>
    private static string NamespaceOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil) type = metadata.GetTypeDefinition(type.GetDeclaringType());
        return metadata.GetString(type.Namespace);
    }

    private static string NameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil) type = metadata.GetTypeDefinition(type.GetDeclaringType());
        return metadata.GetString(type.Name);
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(@"\bProtoGen(?:\.\w+)+")]
    private static partial Regex DottedName();

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comment();
}
