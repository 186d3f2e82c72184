namespace ProtoGen.Testing;

/// <summary>The folders of the repository that the tests were built in.</summary>
public static class Repository
{
    /// <summary>Gets the folder that holds ProtoGen.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Gets the repository's own .proto files; each folder in it is an import root.</summary>
    public static string Corpus { get; } = Path.Combine(Root, "tests", "Corpus");

    /// <summary>Gets the npm packages: the folder that PROTOGEN_CORPORA names, else the one that tests/setup.sh fills.</summary>
    public static string NodeModules { get; } =
        Environment.GetEnvironmentVariable("PROTOGEN_CORPORA") ?? Path.Combine(Root, "artifacts", "npm", "node_modules");

    /// <summary>Gets the import root of Google's API definitions.</summary>
    public static string GoogleApis { get; } = Path.Combine(NodeModules, "google-proto-files");

    /// <summary>Returns the files below a folder whose names match a pattern, except the outputs of builds.</summary>
    /// <remarks>It does not enter bin and obj, because a build or another test can change them at the same time.</remarks>
    public static IEnumerable<string> FindSourceFiles(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Concat(
            from subfolder in Directory.EnumerateDirectories(folder)
            where Path.GetFileName(subfolder) is not ("bin" or "obj" or "node_modules")
            from file in FindSourceFiles(subfolder, pattern)
            select file);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ProtoGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder above " + AppContext.BaseDirectory + " contains ProtoGen.sln.");
    }
}
