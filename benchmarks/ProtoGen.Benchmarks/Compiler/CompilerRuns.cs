namespace ProtoGen.Benchmarks.Compiler;

/// <summary>Runs both compilers on the same work, one after the other, and returns the medians.</summary>
internal sealed class CompilerRuns(CompilerTools tools, string work)
{
    /// <summary>Writes the descriptors of all files in one process (<c>-o</c>).</summary>
    public (ProcessCost Protoc, ProcessCost Ours) Descriptors(IReadOnlyList<CorpusFile> files, int rounds)
    {
        string[] arguments = [.. Roots(), "--descriptor_set_out=" + Path.Combine(work, "out.pb"), .. files.Select(file => file.Name)];
        return Alternate(rounds, () => Protoc(arguments), () => Protogenc(arguments));
    }

    /// <summary>Writes the C# of messages and services of all files, in as few processes as the names of the outputs allow.</summary>
    public (ProcessCost Protoc, ProcessCost Ours) CSharpAndGrpc(IReadOnlyList<CorpusFile> files, int rounds)
    {
        var batches = Corpus.Batches(tools.Corpus, files);
        var output = Directory.CreateDirectory(Path.Combine(work, "cs")).FullName;
        return Alternate(
            rounds,
            () => ProcessCost.Sum(batches.Select(
                batch => Protoc([.. Generators(output), $"--plugin=protoc-gen-grpc={tools.GrpcPlugin}", .. batch]))),
            () => ProcessCost.Sum(batches.Select(batch => Protogenc([.. Generators(output), .. batch]))));
    }

    private static (ProcessCost Protoc, ProcessCost Ours) Alternate(int rounds, Func<ProcessCost> protoc, Func<ProcessCost> ours)
    {
        var theirs = new List<ProcessCost>();
        var own = new List<ProcessCost>();
        for (var round = 0; round < rounds; round++)
        {
            theirs.Add(protoc());
            own.Add(ours());
        }

        return (ProcessCost.Median(theirs), ProcessCost.Median(own));
    }

    private string[] Roots() => [$"-I{tools.Corpus}", $"-I{tools.Include}"];

    private string[] Generators(string output) =>
        [.. Roots(), $"--csharp_out=base_namespace=:{output}", $"--grpc_out=base_namespace=:{output}"];

    private ProcessCost Protoc(string[] arguments) => ProcessCost.Of(tools.Protoc, WithArgumentFile(arguments));

    private ProcessCost Protogenc(string[] arguments) => ProcessCost.Of("dotnet", [tools.Protogenc, .. WithArgumentFile(arguments)]);

    // 7,000 names are too long for a command line.
    private string[] WithArgumentFile(string[] arguments)
    {
        var path = Path.Combine(work, "arguments");
        File.WriteAllLines(path, arguments);
        return ["@" + path];
    }
}
