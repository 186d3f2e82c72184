using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Differential.Api;

/// <summary><c>api ROOTS…</c>: compares the public API of our C# with protoc's and grpc_csharp_plugin's, file by file.</summary>
public static class ApiCommand
{
    private const int FilesPerRun = 200;

    /// <summary>Compares all .proto files under the roots and prints the differences.</summary>
    /// <param name="arguments">Folders that import names start from; <c>--only=PREFIX</c> picks files by name.</param>
    /// <returns>0 when there is no difference.</returns>
    public static int Run(IReadOnlyList<string> arguments)
    {
        string only = arguments.FirstOrDefault(argument => argument.StartsWith("--only=", StringComparison.Ordinal))?["--only=".Length..] ?? "";
        var differences = 0;
        var compared = 0;
        foreach (string root in arguments.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).Select(Path.GetFullPath))
        {
            string[] files = [.. Directory.EnumerateFiles(root, "*.proto", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
                .Where(file => file.StartsWith(only, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)];
            foreach (string[] chunk in files.Chunk(FilesPerRun))
            {
                foreach (string difference in Compare(root, chunk, ref compared))
                {
                    Console.WriteLine(difference);
                    differences++;
                }
            }
        }

        Console.WriteLine($"{compared} files compared, {differences} differences");
        return differences == 0 && compared > 0 ? 0 : 1;
    }

    /// <summary>The differences of some files of a folder.</summary>
    public static List<string> Compare(string root, IReadOnlyList<string> files, ref int compared)
    {
        var ours = new ProtoGenCSharp(root, files);
        var differences = new List<string>();
        foreach ((string file, (string? messages, string? services)) in new ProtocCSharp(root).Generate(files))
        {
            compared++;
            if (!ours.Has(file))
            {
                differences.Add($"{file}: accepted by protoc, rejected by ProtoGen: {ours.Error(file)}");
                continue;
            }

            if (messages is not null)
            {
                differences.AddRange(ApiComparison.Differences(file, messages, ours.Messages(file, CSharpOptions.Default)));
                differences.AddRange(ApiComparison.Differences(file, messages, ours.Messages(file, CSharpOptions.Default with { HasRuntime = true })));
            }

            if (services is not null) differences.AddRange(ApiComparison.Differences(file, services, ours.Services(file) ?? ""));
        }

        return differences;
    }
}
