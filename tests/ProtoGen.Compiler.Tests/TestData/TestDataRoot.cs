using System.Collections.Concurrent;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.TestData;

/// <summary>A folder of tests/testdata, which is the import root of the .proto files below it.</summary>
internal sealed class TestDataRoot
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "testdata");

    private static readonly ConcurrentDictionary<string, TestDataRoot> Roots = new();

    private readonly string _folder;

    private TestDataRoot(string name)
    {
        Name = name;
        _folder = Path.Combine(Folder, name);
        Files =
        [
            .. Directory.EnumerateFiles(_folder, "*.proto", SearchOption.AllDirectories)
                .Select(path => (Path: path, Name: Path.GetRelativePath(_folder, path).Replace('\\', '/')))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => ProtoParser.Parse(
                    file.Name, SourceText.From(File.ReadAllBytes(file.Path)), ParseOptions.Default with { RecordLocations = true })),
        ];
    }

    /// <summary>Gets all folders, by name.</summary>
    public static IEnumerable<TestDataRoot> All =>
        Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).Select(Get);

    /// <summary>Gets the name of the folder.</summary>
    public string Name { get; }

    /// <summary>Gets the parsed files, by import name.</summary>
    public ParsedFile[] Files { get; }

    /// <summary>Returns the folder of a name, whose files are parsed once.</summary>
    public static TestDataRoot Get(string name) => Roots.GetOrAdd(name, key => new TestDataRoot(key));

    /// <summary>Returns the path of the file beside a .proto that has its name and another extension.</summary>
    public string Beside(string proto, string extension) => Path.Combine(_folder, Path.ChangeExtension(proto, null) + extension);
}
