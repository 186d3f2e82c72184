using ProtoGen.Compiler.Serialization.Reading;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Sources;

/// <summary>The files of <c>--descriptor_set_in</c>, which are searched for imports that are not on disk.</summary>
internal sealed class DescriptorSets
{
    private readonly Dictionary<string, ParsedFile> _files = [];

    public DescriptorSets(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            Add(path);
        }
    }

    /// <summary>Gets all files, whether or not other files import them.</summary>
    public IReadOnlyCollection<ParsedFile> Files => _files.Values;

    public bool Contains(string name) => _files.ContainsKey(name);

    /// <summary>Returns the file with an import name; null if no set contains it.</summary>
    public ParsedFile? Find(string name) => _files.GetValueOrDefault(name);

    /// <summary>Throws for the first file that no set contains, because without import folders it cannot be elsewhere.</summary>
    public void Require(IEnumerable<string> names)
    {
        if (names.FirstOrDefault(name => !Contains(name)) is { } missing)
        {
            throw new ToolException($"Could not find file in descriptor database: {missing}: No such file or directory");
        }
    }

    private void Add(string path)
    {
        var names = new HashSet<string>();
        var symbols = new SymbolIndex();
        foreach (var file in Read(path))
        {
            if (!names.Add(file.File.Name))
            {
                continue;
            }

            if (symbols.Add(file.File) is { } error)
            {
                throw new ToolException($"{path}: {error}");
            }

            _files.TryAdd(file.File.Name, file);
        }
    }

    private static IReadOnlyList<ParsedFile> Read(string path)
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

        return DescriptorSetReader.TryRead(bytes, out var files) ? files : throw new ToolException(path + ": Unable to parse.");
    }
}
