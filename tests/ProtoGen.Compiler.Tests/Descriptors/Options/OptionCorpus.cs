namespace ProtoGen.Compiler.Tests.Descriptors.Options;

/// <summary>The .proto files under tests/Corpus/options: custom options of each kind, valid and invalid. Each is compiled alone.</summary>
public static class OptionCorpus
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus", "options");

    /// <summary>Gets the names of the files.</summary>
    public static TheoryData<string> Names => [.. AllNames];

    /// <summary>Gets the names of the files without an error in the expected diagnostics beside them.</summary>
    public static TheoryData<string> ValidNames => [.. AllNames.Where(name => !HasErrors(name))];

    private static IEnumerable<string> AllNames =>
        Directory.EnumerateFiles(Folder, "*.proto").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>Returns all files.</summary>
    public static IReadOnlyList<(string Name, byte[] Text)> ReadAll() =>
        Directory.EnumerateFiles(Folder, "*.proto").Select(path => (Path.GetFileName(path), File.ReadAllBytes(path))).ToList();

    private static bool HasErrors(string name)
    {
        var expected = Path.Combine(Repository.Corpus, "options", Path.ChangeExtension(name, ".diagnostics.txt"));
        return File.Exists(expected) && File.ReadLines(expected).Any(line => !line.Contains("warning:", StringComparison.Ordinal));
    }
}
