namespace ProtoGen.Differential.Tests;

/// <summary>Where the folders of .proto files are that tests run on.</summary>
internal static class Corpora
{
    /// <summary>The repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Our own files: each folder is an import root.</summary>
    public static string Own => Path.Combine(Repository, "tests", "Corpus");

    /// <summary>The folder of npm packages: PROTOGEN_CORPORA, else where tests/setup.sh puts them.</summary>
    public static string NodeModules =>
        Environment.GetEnvironmentVariable("PROTOGEN_CORPORA") ?? Path.Combine(Repository, "artifacts", "npm", "node_modules");

    /// <summary>Whether a missing protoc or corpus fails a test instead of skipping it.</summary>
    public static bool AreRequired => Environment.GetEnvironmentVariable("PROTOGEN_REQUIRE_ORACLES") == "1";

    private static string FindRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ProtoGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("ProtoGen.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
