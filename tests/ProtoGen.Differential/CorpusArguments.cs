namespace ProtoGen.Differential;

/// <summary>The folders that a run compares.</summary>
/// <param name="Roots">Each is the import root of the .proto files below it.</param>
/// <param name="Imports">Further folders in which imports are looked up (<c>-IDIR</c>).</param>
/// <param name="Only">The start of the names of the files to compare (<c>--only=PREFIX</c>).</param>
internal sealed record CorpusArguments(IReadOnlyList<string> Roots, IReadOnlyList<string> Imports, string Only)
{
    private const string OnlyFlag = "--only=";

    /// <summary>Reads a command line. Returns null and prints a message to stderr if a folder does not exist.</summary>
    public static CorpusArguments? Parse(IReadOnlyList<string> arguments)
    {
        var only = arguments.FirstOrDefault(argument => argument.StartsWith(OnlyFlag, StringComparison.Ordinal))?[OnlyFlag.Length..] ?? "";
        string[] imports =
        [
            .. arguments.Where(argument => argument.StartsWith("-I", StringComparison.Ordinal))
                .Select(argument => Path.GetFullPath(argument[2..])),
        ];
        string[] roots = [.. arguments.Where(argument => !argument.StartsWith('-')).Select(Path.GetFullPath).SelectMany(RootsOf)];
        if (roots.Concat(imports).FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing)
        {
            Console.Error.WriteLine($"{missing}: there is no such folder.");
            return null;
        }

        return new CorpusArguments(roots, imports, only);
    }

    /// <summary>Returns the folders of the corpus. Each is an import root, because their files have equal names.</summary>
    private static IEnumerable<string> RootsOf(string folder) =>
        Path.TrimEndingDirectorySeparator(folder) == Repository.Corpus
            ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
            : [folder];

    /// <summary>Returns the import names of the .proto files below a root, sorted.</summary>
    public string[] FilesOf(string root) =>
        [.. Directory.EnumerateFiles(root, "*.proto", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(file => file.StartsWith(Only, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>Returns the folders that protoc gets as <c>-I</c> for a root, in order.</summary>
    public string[] ImportPath(string root) => [root, .. Imports, Protoc.IncludePath];
}
