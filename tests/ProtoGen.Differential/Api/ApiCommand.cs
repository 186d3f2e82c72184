namespace ProtoGen.Differential.Api;

/// <summary>
/// <c>api ROOTS…</c>: compares the public API of our C# with protoc's and grpc_csharp_plugin's, file by file.
/// <c>nullable ROOTS…</c>: the same for the files rewritten to edition 2026 with nullable annotations.
/// </summary>
internal static class ApiCommand
{
    private const int FilesPerBatch = 100;

    /// <summary>Compares all .proto files under the roots and prints the differences.</summary>
    /// <returns>0 when there is no difference.</returns>
    public static int Run(CorpusArguments arguments, bool nullable)
    {
        var (total, compared, members, differences) = (0, 0, 0, 0);
        foreach (var root in arguments.Roots)
        {
            var run = new ApiRun(arguments.ImportPath(root));
            var files = arguments.FilesOf(root);
            foreach (var difference in Compare(run, files, nullable))
            {
                Console.WriteLine(difference);
                differences++;
            }

            total += files.Length;
            compared += run.Files;
            members += run.Members;
            if (run.FilesWithoutServices > 0) Console.WriteLine($"{root}: services of {run.FilesWithoutServices} files are not compared");
        }

        Console.WriteLine($"{compared} files with {members} declarations compared, {differences} differences");
        if (!nullable && compared < total) Console.WriteLine($"{total - compared} files have errors in protoc");
        return differences == 0 && compared > 0 ? 0 : 1;
    }

    /// <summary>Compares batches of neighboring files on all processors.</summary>
    private static IEnumerable<string> Compare(ApiRun run, string[] files, bool nullable) =>
        files.Chunk(FilesPerBatch)
            .AsParallel()
            .AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .SelectMany(batch => nullable ? run.CompareNullable(batch) : run.Compare(batch));
}
