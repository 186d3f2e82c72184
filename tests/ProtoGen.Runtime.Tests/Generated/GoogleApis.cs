using System.Text.RegularExpressions;

namespace ProtoGen.Runtime.Tests.Generated;

/// <summary>Real files: some of Google's APIs with all that they import, compiled by both compilers.</summary>
public static partial class GoogleApis
{
    private static readonly string[] Roots = ["google/pubsub", "google/firestore", "google/spanner", "google/logging", "google/longrunning", "google/monitoring"];

    private static readonly Lazy<IReadOnlyList<ProtoSource>> LazySources = new(Read);
    private static readonly Lazy<GeneratedCode> LazyTheirs = new(() => GeneratedCode.Load("GoogleApis.Theirs", ProtocCode.Generate(Sources)));
    private static readonly Lazy<GeneratedCode> LazyOurs = new(() => GeneratedCode.Load("GoogleApis.Ours", OurCode.Generate(Sources)));

    /// <summary>The folder that tests/setup.sh brings them to; null outside the repository.</summary>
    private static string? Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "ProtoGen.sln")))
                    return Path.Combine(folder.FullName, "artifacts", "npm", "node_modules", "google-proto-files");
            return null;
        }
    }

    /// <summary>Why the tests can't run; null when they can, or have to.</summary>
    public static string? SkipReason =>
        Environment.GetEnvironmentVariable("PROTOGEN_REQUIRE_ORACLES") == "1" ? null
        : !Directory.Exists(Folder) ? "tests/setup.sh has not brought google-proto-files"
        : OracleSkip.Reason;

    /// <summary>The files, without Google.Protobuf's own.</summary>
    public static IReadOnlyList<ProtoSource> Sources => LazySources.Value;

    /// <summary>protoc's classes.</summary>
    public static GeneratedCode Theirs => LazyTheirs.Value;

    /// <summary>Our classes.</summary>
    public static GeneratedCode Ours => LazyOurs.Value;

    private static List<ProtoSource> Read()
    {
        var sources = new Dictionary<string, ProtoSource>();
        foreach (var root in Roots)
            foreach (var path in Directory.EnumerateFiles(Path.Combine(Folder!, root), "*.proto", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                Add(Path.GetRelativePath(Folder!, path).Replace('\\', '/'), sources);
        return [.. sources.Values];
    }

    private static void Add(string name, Dictionary<string, ProtoSource> sources)
    {
        if (name.StartsWith("google/protobuf/", StringComparison.Ordinal) || sources.ContainsKey(name)) return;
        var text = File.ReadAllText(Path.Combine(Folder!, name));
        sources.Add(name, new ProtoSource(name, text));
        foreach (Match import in Import().Matches(text)) Add(import.Groups[1].Value, sources);
    }

    [GeneratedRegex("^import (?:public )?\"([^\"]+)\";", RegexOptions.Multiline)]
    private static partial Regex Import();
}

/// <summary>A test that needs google-proto-files and protoc.</summary>
public sealed class GoogleApisFactAttribute : FactAttribute
{
    public GoogleApisFactAttribute() => Skip = GoogleApis.SkipReason;
}
