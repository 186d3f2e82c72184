using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Differential.Api;

/// <summary>
/// <c>api ROOTS…</c>: compares the public API of our C# with protoc's and grpc_csharp_plugin's, file by file.
/// <c>nullable ROOTS…</c>: the same for the files rewritten to edition 2026 with nullable annotations.
/// </summary>
internal static class ApiCommand
{
    private const int FilesPerRun = 200;

    /// <summary>Compares all .proto files under the roots and prints the differences.</summary>
    /// <returns>0 when there is no difference.</returns>
    public static int Run(CorpusArguments arguments, bool nullable)
    {
        var differences = 0;
        var compared = 0;
        var files = 0;
        foreach (var root in arguments.Roots)
        {
            foreach (var chunk in arguments.FilesOf(root).Chunk(FilesPerRun))
            {
                files += chunk.Length;
                var found = nullable
                    ? CompareNullable(arguments.ImportPath(root), chunk, ref compared)
                    : Compare(arguments.ImportPath(root), chunk, ref compared);
                foreach (var difference in found)
                {
                    Console.WriteLine(difference);
                    differences++;
                }
            }
        }

        Console.WriteLine($"{compared} files compared, {differences} differences");
        if (!nullable && compared < files) Console.WriteLine($"{files - compared} files have errors in protoc");
        return differences == 0 && compared > 0 ? 0 : 1;
    }

    /// <summary>
    /// Returns the differences of some files of the first folder, rewritten with the nullable feature: once with and once without field
    /// presence.
    /// </summary>
    public static List<string> CompareNullable(IReadOnlyList<string> importPath, IReadOnlyList<string> files, ref int compared)
    {
        var differences = new List<string>();
        foreach (var presence in (string[])["EXPLICIT", "IMPLICIT"])
        {
            using var folder = new TemporaryFolder();
            NullableVariant.Write(importPath[0], files, presence, folder.Path);
            differences.AddRange(
                Compare([folder.Path, .. importPath], files, ref compared, withServices: false).Select(
                    difference => $"{presence}: {difference}"));
        }

        return differences;
    }

    /// <summary>Returns the differences of some files. Files that protoc rejects are left out.</summary>
    public static List<string> Compare(
        IReadOnlyList<string> importPath, IReadOnlyList<string> files, ref int compared, bool withServices = true)
    {
        if (new ProtocCSharp(importPath, withServices).Generate(files) is { } theirs)
            return Compare(theirs, new ProtoGenCSharp(importPath, files), ref compared);
        if (files.Count == 1)
            return withServices ? Compare(importPath, files, ref compared, withServices: false) : [];
        var half = files.Count / 2;
        return
        [
            .. Compare(importPath, [.. files.Take(half)], ref compared, withServices),
            .. Compare(importPath, [.. files.Skip(half)], ref compared, withServices),
        ];
    }

    private static List<string> Compare(
        Dictionary<string, (string? Messages, string? Services)> theirs, ProtoGenCSharp ours, ref int compared)
    {
        var differences = new List<string>();
        foreach ((var file, (var messages, var services)) in theirs)
        {
            compared++;
            if (!ours.Has(file))
            {
                differences.Add($"{file}: accepted by protoc, rejected by ProtoGen: {ours.Error(file)}");
                continue;
            }

            if (messages is not null)
            {
                var ourMessages = ours.Messages(file, CSharpOptions.Default);
                differences.AddRange(ApiComparison.Differences(file, messages, ourMessages));
                differences.AddRange(ApiComparison.Differences(
                    file, messages, ours.Messages(file, CSharpOptions.Default with { HasRuntime = true })));
                differences.AddRange(EmbeddedDescriptor.Differences(file, messages, ourMessages));
            }

            if (services is not null) differences.AddRange(ApiComparison.Differences(file, services, ours.Services(file) ?? ""));
        }

        return differences;
    }
}
