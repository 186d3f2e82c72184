namespace ProtoGen.Compiler.Tests.Descriptors.Options;

/// <summary>The .proto files under tests/Corpus/options: custom options of each kind, valid and invalid. Each is compiled alone.</summary>
public static class OptionCorpus
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus", "options");

    /// <summary>The names of the files.</summary>
    public static TheoryData<string> Names
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var path in Directory.EnumerateFiles(Folder, "*.proto").Order(StringComparer.Ordinal))
                data.Add(Path.GetFileName(path));
            return data;
        }
    }

    /// <summary>Returns all files.</summary>
    public static IReadOnlyList<(string Name, byte[] Text)> ReadAll() =>
        Directory.EnumerateFiles(Folder, "*.proto").Select(path => (Path.GetFileName(path), File.ReadAllBytes(path))).ToList();
}
