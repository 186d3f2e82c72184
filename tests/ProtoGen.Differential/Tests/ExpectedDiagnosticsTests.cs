using System.Collections.Concurrent;
using ProtoGen.Differential.Descriptors;
using Xunit;

namespace ProtoGen.Differential.Tests;

/// <summary>
/// Compares both compilers with the files <c>x.diagnostics.txt</c> of tests/Corpus. Where protoc is available, PROTOGEN_UPDATE=1 writes
/// protoc's output into them; ProtoGen's output is never accepted.
/// </summary>
public class ExpectedDiagnosticsTests
{
    public static TheoryData<string> Folders => DescriptorTests.OwnFolders;

    [Theory]
    [MemberData(nameof(Folders))]
    public void ProtoGenPrintsTheDiagnosticsBesideEachFile(string folder) =>
        Assert.Equal("", FindDifferences(folder, CompilerRun.RunProtoGen, update: false));

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Folders))]
    public void ProtocPrintsTheDiagnosticsBesideEachFile(string folder) =>
        Assert.Equal("", FindDifferences(folder, CompilerRun.RunProtoc, Environment.GetEnvironmentVariable("PROTOGEN_UPDATE") == "1"));

    [Fact]
    public void EveryDiagnosticsFileIsBesideAProtoFile()
    {
        var expectations = Directory.EnumerateFiles(Repository.Corpus, "*" + ExpectedDiagnostics.Extension, SearchOption.AllDirectories);

        Assert.DoesNotContain(expectations, path => !File.Exists(path[..^ExpectedDiagnostics.Extension.Length] + ".proto"));
    }

    private static string FindDifferences(
        string folder, Func<IReadOnlyList<string>, IReadOnlyList<string>, CompilerOutput, CompilerRun> compile, bool update)
    {
        var root = Path.Combine(Repository.Corpus, folder);
        var arguments = new CorpusArguments([root], [], "");
        var differences = new ConcurrentBag<string>();
        Parallel.ForEach(arguments.FilesOf(root), file =>
        {
            var run = compile(arguments.ImportPath(root), [file], CompilerOutput.Descriptors);
            if (run.IsAbort)
            {
                // protoc crashes on this file, so the expectation is what ProtoGen should print.
                return;
            }

            // The generator of C# rejects some files that are valid otherwise.
            if (run.ExitCode == 0)
            {
                run = compile(arguments.ImportPath(root), [file], CompilerOutput.CSharp);
            }

            var actual = ExpectedDiagnostics.Format(run, root);
            if (update)
            {
                ExpectedDiagnostics.Write(root, file, actual);
            }

            var expected = ExpectedDiagnostics.Read(root, file);
            if (actual != expected)
            {
                differences.Add($"{file} printed:\n{actual}Expected:\n{expected}");
            }
        });
        return string.Join('\n', differences.Order(StringComparer.Ordinal));
    }
}
