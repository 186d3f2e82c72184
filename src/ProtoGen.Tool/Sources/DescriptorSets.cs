using ProtoGen.Compiler.Serialization.Reading;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Sources;

/// <summary>The files of <c>--descriptor_set_in</c>, which are searched for imports that are not on disk.</summary>
internal sealed class DescriptorSets
{
    private readonly Dictionary<string, Lazy<ParsedFile>> _files = [];

    /// <summary>Reads and checks the sets. Their files are parsed when they are needed.</summary>
    public DescriptorSets(IEnumerable<string> paths, bool readsSourceInfo)
    {
        foreach (var path in paths)
        {
            Add(path, readsSourceInfo);
        }
    }

    /// <summary>Gets all files by import name, whether or not other files import them.</summary>
    public IReadOnlyDictionary<string, Lazy<ParsedFile>> Files => _files;

    public bool Contains(string name) => _files.ContainsKey(name);

    /// <summary>Returns the file with an import name; null if no set contains it.</summary>
    public ParsedFile? Find(string name) => _files.GetValueOrDefault(name)?.Value;

    /// <summary>Throws for the first file that no set contains, because without import folders it cannot be elsewhere.</summary>
    public void Require(IEnumerable<string> names)
    {
        if (names.FirstOrDefault(name => !Contains(name)) is { } missing)
        {
            throw new ToolException($"Could not find file in descriptor database: {missing}: No such file or directory");
        }
    }

    private void Add(string path, bool readsSourceInfo)
    {
        var names = new HashSet<string>();
        var symbols = new SymbolIndex();
        foreach (var file in Read(path, readsSourceInfo))
        {
            if (!names.Add(file.Head.Name))
            {
                continue;
            }

            if (symbols.Add(file.Head) is { } error)
            {
                throw new ToolException($"{path}: {error}");
            }

            _files.TryAdd(file.Head.Name, file.Parsed);
        }
    }

    private static IReadOnlyList<SetFile> Read(string path, bool readsSourceInfo)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(path + ": No such file or directory");
        }

        return DescriptorSetReader.TrySplit(bytes, readsSourceInfo, out var files) && files.AsParallel().All(file => file.TryCheck())
            ? files
            : throw new ToolException(path + ": Unable to parse.");
    }
}
