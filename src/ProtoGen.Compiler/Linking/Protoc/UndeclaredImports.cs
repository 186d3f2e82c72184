using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Linking.Protoc;

/// <summary>Finds the files in descriptor sets that declare a name.</summary>
/// <remarks>protoc loads such files to report which import is missing.</remarks>
internal sealed class UndeclaredImports(IReadOnlyDictionary<string, Lazy<ParsedFile>> sources)
{
    private readonly Lazy<Dictionary<string, string>> _files = new(() => Index(sources.Values.Select(file => file.Value)));

    /// <summary>Returns the files that declare the names, in the order of the names and from the innermost scope outwards.</summary>
    internal IEnumerable<string> FilesFor(IReadOnlyList<(Descriptor User, string Name)> names)
    {
        var found = new HashSet<string>();
        foreach (var (user, name) in names)
        {
            foreach (var candidate in Candidates(user, name))
                if (FileOf(candidate) is { } file && found.Add(file)) yield return file;
        }
    }

    /// <summary>Returns whether a file directly or indirectly imports a file that satisfies a condition.</summary>
    internal bool Imports(string name, Func<string, bool> holds)
    {
        var open = new Stack<string>([name]);
        var seen = new HashSet<string> { name };
        while (open.Count > 0)
        {
            if (!sources.TryGetValue(open.Pop(), out var file)) continue;
            foreach (var import in file.Value.File.Imports)
            {
                if (holds(import.Path)) return true;
                if (seen.Add(import.Path)) open.Push(import.Path);
            }
        }

        return false;
    }

    private static IEnumerable<string> Candidates(Descriptor user, string name)
    {
        if (name.Length > 0 && name[0] == '.')
        {
            yield return name.Substring(1);
            yield break;
        }

        var scope = user.Scope?.FullName ?? user.File.Package;
        for (; scope.Length > 0; scope = scope.Substring(0, Math.Max(0, scope.LastIndexOf('.')))) yield return scope + "." + name;
        yield return name;
    }

    private string? FileOf(string name)
    {
        for (; name.Length > 0; name = name.Substring(0, Math.Max(0, name.LastIndexOf('.'))))
            if (_files.Value.TryGetValue(name, out var file)) return file;
        return null;
    }

    private static Dictionary<string, string> Index(IEnumerable<ParsedFile> sources)
    {
        var files = new Dictionary<string, string>();
        foreach (var source in sources)
        {
            foreach (var name in TopLevelNames(source.File))
            {
                var fullName = source.File.Package.Text.Length == 0 ? name : source.File.Package.Text + "." + name;
                if (!files.ContainsKey(fullName)) files.Add(fullName, source.File.Name);
            }
        }

        return files;
    }

    private static IEnumerable<string> TopLevelNames(FileNode file) =>
        file.Messages.Select(message => message.Name.Text)
            .Concat(file.Enums.Select(type => type.Name.Text))
            .Concat(file.Extensions.Select(field => field.Name.Text))
            .Concat(file.Services.Select(service => service.Name.Text));
}
