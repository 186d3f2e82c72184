using Google.Protobuf;
using ProtoGen.Testing;
using ProtoGen.Testing.Generated;

namespace ProtoGen.Benchmarks.Messages;

/// <summary>Messages of Google's APIs with random content, if tests/setup.sh has installed the files.</summary>
internal static class RealMessages
{
    private const string Folder = "artifacts/npm/node_modules/google-proto-files";

    private static readonly (string File, string Type)[] Roots =
    [
        ("google/pubsub/v1/pubsub.proto", "Google.Cloud.PubSub.V1.PublishRequest"),
        ("google/logging/v2/logging.proto", "Google.Cloud.Logging.V2.WriteLogEntriesRequest"),
        ("google/firestore/v1/firestore.proto", "Google.Cloud.Firestore.V1.CommitRequest"),
        ("google/spanner/v1/result_set.proto", "Google.Cloud.Spanner.V1.ResultSet"),
        // The last two have many timestamps and structs, whose classes are Google.Protobuf's.
        ("google/monitoring/v3/metric_service.proto", "Google.Cloud.Monitoring.V3.CreateTimeSeriesRequest"),
        ("google/cloud/audit/audit_log.proto", "Google.Cloud.Audit.AuditLog"),
    ];

    /// <summary>Gets the names of the messages.</summary>
    public static IEnumerable<string> Names => Roots.Select(root => Name(root.Type));

    public static IEnumerable<Subject> Load()
    {
        if (FindFolder() is not { } folder)
        {
            Console.Error.WriteLine($"No {Folder}: run tests/setup.sh for the messages of Google's APIs.");
            yield break;
        }
        var sources = new Dictionary<string, ProtoSource>();
        foreach (var (file, _) in Roots)
            Add(folder, file, sources);
        var theirs = GeneratedCode.Load("RealTheirs", Protoc.GenerateCSharp(sources.Values), isCollectible: false);
        var ours = GeneratedCode.Load("RealOurs", OurCode.Generate(sources.Values), isCollectible: false);
        foreach (var (_, type) in Roots)
        {
            var wire = new RandomWire(1).Message(theirs.Message(type).Parser.ParseFrom(Array.Empty<byte>()).Descriptor);
            var data = theirs.Message(type).Parser.ParseFrom(wire).ToByteArray();
            yield return new Subject(Name(type), theirs.Message(type), ours.Message(type), data);
        }
    }

    private static string Name(string type) => type.Split('.')[^1];

    /// <summary>Adds a file and all files that it imports.</summary>
    private static void Add(string folder, string name, Dictionary<string, ProtoSource> sources)
    {
        if (sources.ContainsKey(name) || name.StartsWith("google/protobuf/", StringComparison.Ordinal))
            return;
        var text = File.ReadAllText(Path.Combine(folder, name));
        sources[name] = new ProtoSource(name, text);
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("import ", StringComparison.Ordinal))
                Add(folder, line.Split('"')[1], sources);
        }
    }

    private static string? FindFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at != null; at = at.Parent)
        {
            if (Path.Combine(at.FullName, Folder) is var path && Directory.Exists(path))
                return path;
        }

        return null;
    }
}
