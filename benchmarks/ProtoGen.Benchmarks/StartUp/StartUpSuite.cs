using System.Diagnostics;
using System.Globalization;
using Google.Protobuf;
using ProtoGen.Testing;
using ProtoGen.Testing.Generated;

namespace ProtoGen.Benchmarks.StartUp;

/// <summary>
/// Measures the first use of a file with 200 messages, including the compilation to machine code, with the classes of protoc and of
/// ProtoGen. Each round loads the classes again as new assemblies.
/// </summary>
internal static class StartUpSuite
{
    private const int MessageCount = 200;
    private const int DefaultRounds = 7;

    /// <summary>Runs the suite and prints its figures.</summary>
    /// <param name="args">The number of rounds; optional.</param>
    public static int Run(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : DefaultRounds;
        ProtoSource[] sources = [new("many.proto", Source())];
        string[] theirs = [.. Protoc.GenerateCSharp(sources), Calls()];
        string[] ours = [.. OurCode.Generate(sources), Calls()];

        // The first round also includes the start of Google.Protobuf itself, which belongs to neither side.
        Measure("Warm", theirs);
        Measure("Warm", ours);
        var their = new List<FirstUse>();
        var our = new List<FirstUse>();
        for (var round = 0; round < rounds; round++)
        {
            their.Add(Measure("Theirs", theirs));
            our.Add(Measure("Ours", ours));
        }

        Console.WriteLine($"{MessageCount} messages, medians of {rounds} alternating rounds\n");
        Console.WriteLine("| first | protoc ms | ProtoGen ms | ratio | protoc KB | ProtoGen KB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        Report("message: create, parse, write", their, our, use => use.OneMessage);
        Report("use of all other messages: create, parse, write", their, our, use => use.AllMessages);
        Report("touch of `.Descriptor`", their, our, use => use.Descriptor);
        return 0;
    }

    private static FirstUse Measure(string name, IEnumerable<string> code)
    {
        // Code that can be unloaded is compiled with full optimization at once, unlike that of programs.
        var loaded = GeneratedCode.Load(name, code, isCollectible: false);
        byte[] data = [8, 7, 18, 1, 65, 26, 2, 8, 1, 34, 1, 66];
        var calls = loaded.Type("Calls");
        var first = Bind<Action<byte[]>>(calls, "First");
        var others = Bind<Action<byte[]>>(calls, "Others");
        var descriptor = Bind<Func<object>>(calls, "Descriptor");
        return new FirstUse(Measure(() => first(data)), Measure(() => others(data)), Measure(() => descriptor()));
    }

    private static TDelegate Bind<TDelegate>(Type type, string method)
        where TDelegate : Delegate => type.GetMethod(method)!.CreateDelegate<TDelegate>();

    private static Cost Measure(Action use)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        use();
        return new Cost(watch.Elapsed.TotalMilliseconds, (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0);
    }

    private static void Report(string what, List<FirstUse> theirs, List<FirstUse> ours, Func<FirstUse, Cost> part)
    {
        var their = Median(theirs, part);
        var our = Median(ours, part);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {their.Milliseconds:F1} | {our.Milliseconds:F1} | {our.Milliseconds / their.Milliseconds:F2} | {their.Kilobytes:F0} | {our.Kilobytes:F0} |"));
    }

    private static Cost Median(List<FirstUse> uses, Func<FirstUse, Cost> part) => new(
        uses.Select(use => part(use).Milliseconds).Order().ElementAt(uses.Count / 2),
        uses.Select(use => part(use).Kilobytes).Order().ElementAt(uses.Count / 2));

    private static string Source() => "syntax = \"proto3\"; package many;\n" + string.Concat(Enumerable.Range(0, MessageCount).Select(i =>
        $"message M{i} {{ int32 id = 1; string name = 2; M{(i + 1) % MessageCount} next = 3; repeated string tags = 4; map<string, int32> counts = 5; }}\n"));

    // The calls are compiled with the messages, because reflection would cost more than what is measured.
    private static string Calls() => $$"""
        using Google.Protobuf;
        using Many;

        public static class Calls
        {
            public static void First(byte[] data) => M0.Parser.ParseFrom(data).ToByteArray();

            public static void Others(byte[] data)
            {
                {{string.Concat(Enumerable.Range(1, MessageCount - 1).Select(i => $"M{i}.Parser.ParseFrom(data).ToByteArray();\n"))}}
            }

            public static object Descriptor() => M0.Descriptor;
        }
        """;

    private sealed record Cost(double Milliseconds, double Kilobytes);

    private sealed record FirstUse(Cost OneMessage, Cost AllMessages, Cost Descriptor);
}
