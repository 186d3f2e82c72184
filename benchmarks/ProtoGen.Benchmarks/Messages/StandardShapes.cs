using System.Reflection;
using Google.Protobuf;
using ProtoGen.Testing;
using ProtoGen.Testing.Generated;

namespace ProtoGen.Benchmarks.Messages;

/// <summary>The nine shapes of the summary, each with its content.</summary>
internal static class StandardShapes
{
    private const string Shapes = "Protogen.Benchmarks.Shapes.";
    private const string GoogleMessage1 = "Protogen.Benchmarks.GoogleMessage1.GoogleMessage1";

    /// <summary>Gets the names of the shapes.</summary>
    public static IEnumerable<string> Names => Contents().Select(content => content.Name);

    public static IEnumerable<Subject> Load()
    {
        ProtoSource[] sources = [Source("shapes.proto"), Source("google_message1.proto")];
        var theirs = GeneratedCode.Load("Theirs", Protoc.GenerateCSharp(sources), isCollectible: false);
        var ours = GeneratedCode.Load("Ours", OurCode.Generate(sources), isCollectible: false);
        var peers = GeneratedCode.Load("Peers", PeerCode.Generate(sources), isCollectible: false);
        foreach (var (name, type, json) in Contents())
        {
            var message = json == ""
                ? FullMessage.Of(theirs.Message(type).Parser)
                : theirs.Message(type).Parser.ParseJson(json);
            var data = message.ToByteArray();
            yield return new Subject(name, theirs.Message(type), ours.Message(type), data)
            {
                Peer = PeerMessage.Of(peers.Type(type), data),
            };
        }
    }

    private static IEnumerable<(string Name, string Type, string Json)> Contents()
    {
        yield return (
            "small, 5 scalar fields", Shapes + "Small",
            """{"id":150,"timestamp":"1700000000000","active":true,"score":0.5,"name":"hello world"}""");
        yield return ("google_message1, typical", GoogleMessage1, """
            {"field1":"","field9":"abcdefghij","field80":true,"field2":8,"field3":40,"field280":650,"field4":"xxxxxxxxx",
             "field5":["4386"],"field15":{"field1":88,"field2":12,"field3":40,"field12":true}}
            """);
        yield return ("google_message1, every field", GoogleMessage1, "");
        yield return ("packed, 5 x 200", Shapes + "Packed", Packed());
        yield return (
            "50 strings", Shapes + "Strings", $$"""{"lines":[{{Join(50, i => $"\"{new string((char)('a' + i % 26), 10 + i)}\"")}}]}""");
        yield return ("50 nested, 2 levels", Shapes + "Nested", $$"""{"branches":[{{Join(50, Branch)}}]}""");
        yield return ("maps 30 + 30", Shapes + "Maps", $$"""
            {"counts":{ {{Join(30, i => $"\"key {i}\":{i * i}")}} },"names":{ {{Join(30, i => $"\"{i * 77}\":\"value {i}\"")}} } }
            """);
        yield return ("64 KB bytes", Shapes + "Blob", $$"""{"name":"blob","content":"{{Convert.ToBase64String(new byte[65536])}}"}""");
        yield return ("depth 12", Shapes + "Deep", Deep(1));
    }

    private static string Packed()
    {
        var random = new Random(1);
        return $$"""
            {"counts":[{{Join(200, _ => $"{random.Next(1 << random.Next(1, 30))}")}}],
             "deltas":[{{Join(200, _ => $"{random.Next(-5000, 5000)}")}}],
             "ids":[{{Join(200, _ => $"{random.NextInt64() >> random.Next(60)}")}}],
             "samples":[{{Join(200, i => $"{i}.5")}}],
             "hashes":[{{Join(200, _ => $"{random.Next()}")}}]}
            """;
    }

    private static string Branch(int i) => $$"""
        {"id":{{i}},"label":"branch {{i}}","first":{"key":{{i * 1000}},"weight":{{i}}.25,"note":"first leaf"},
         "second":{"key":{{-i}},"weight":{{i}}.5,"note":"second"} }
        """;

    private static string Deep(int level) =>
        $$"""{"level":{{level}},"label":"level {{level}}"{{(level < 12 ? ",\"child\":" + Deep(level + 1) : "")}} }""";

    private static string Join(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(0, count).Select(item));

    private static ProtoSource Source(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Messages/" + name)!);
        return new ProtoSource(name, reader.ReadToEnd());
    }
}
