using System.Globalization;
using ProtoGen.Benchmarks.Build;
using ProtoGen.Benchmarks.Compiler;
using ProtoGen.Benchmarks.Csc;
using ProtoGen.Testing.Generated;

namespace ProtoGen.Benchmarks.Size;

/// <summary>
/// Compares the sizes of a program that reads and writes 300 messages of Google's APIs with the classes of protoc and of ProtoGen,
/// published with Native AOT and with trimming.
/// </summary>
internal static class SizeSuite
{
    private const int Messages = 300;

    // The smallest number of files that have the messages.
    private const int Files = 45;

    /// <summary>Runs the suite and prints its figures.</summary>
    /// <param name="args">The folder of the corpus, and a folder that keeps the published programs; both optional.</param>
    public static int Run(string[] args)
    {
        if (CompilerTools.Find(args) is not { } tools) return 2;
        var work = args.Length > 1 ? Directory.CreateDirectory(args[1]) : Directory.CreateTempSubdirectory("protogen-size");
        try
        {
            var files = ProtoSelection.Take(tools.Corpus, Files);
            var theirs = Path.Combine(work.FullName, "protoc");
            var ours = Path.Combine(work.FullName, "protogen");
            CompiledSources.OfProtoc(tools, files, Path.Combine(theirs, "generated"));
            CompiledSources.OfProtoGen(tools.Corpus, files, Path.Combine(ours, "generated"), hasRuntime: true);
            var program = Program(Names(Path.Combine(ours, "generated")));
            var empty = Directory.CreateDirectory(Path.Combine(work.FullName, "empty")).FullName;
            Report(
                PublishedProgram.Publish(theirs, program), PublishedProgram.Publish(ours, program),
                PublishedProgram.Publish(empty, Program(["Google.Protobuf.WellKnownTypes.Struct"])));
            return 0;
        }
        finally
        {
            if (args.Length <= 1)
                work.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Names(string generated)
    {
        var code = GeneratedCode.Load("Size", Directory.GetFiles(generated, "*.cs").Select(File.ReadAllText));
        var names = code.Messages.Select(message => message.Name.Replace('+', '.')).Order(StringComparer.Ordinal).ToArray();
        if (names.Length < Messages) throw new InvalidOperationException($"The files have only {names.Length} messages.");
        return names.Take(Messages);
    }

    // The program is the same for both: it parses, merges, copies and writes each message.
    private static string Program(IEnumerable<string> messages)
    {
        var uses = messages.Select(name =>
            $"{{ var m = global::{name}.Parser.ParseFrom(data); m.MergeFrom(m.Clone()); n += m.ToByteArray().Length; }}\n");
        return $"using Google.Protobuf;\nvar data = new byte[args.Length];\nlong n = 0;\n{string.Concat(uses)}System.Console.WriteLine(n);\n";
    }

    private static void Report(PublishedProgram theirs, PublishedProgram ours, PublishedProgram empty)
    {
        Console.WriteLine($"{Messages} messages\n");
        Console.WriteLine("| published | protoc KB | ProtoGen KB | ratio | without the messages KB |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        Print("Native AOT: program", theirs.NativeProgram, ours.NativeProgram, empty.NativeProgram);
        Print("trimmed: the program's assembly", theirs.TrimmedAssembly, ours.TrimmedAssembly, empty.TrimmedAssembly);
        Print("trimmed: with Google.Protobuf and ProtoGen.Runtime", theirs.TrimmedAll, ours.TrimmedAll, empty.TrimmedAll);
    }

    private static void Print(string what, long theirs, long ours, long empty) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {what} | {theirs / 1024} | {ours / 1024} | {(double)ours / theirs:F2} | {empty / 1024} |"));
}
