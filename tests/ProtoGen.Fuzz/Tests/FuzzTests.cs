using System.Globalization;
using ProtoGen.Fuzz.Checks;
using ProtoGen.Fuzz.Seeds;
using Xunit;
using Xunit.Abstractions;

namespace ProtoGen.Fuzz.Tests;

/// <summary>Runs the fuzzer for a bounded number of batches. CONTRIBUTING.md has the command for a long run.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int DefaultSeed = 20241;

    private static int Seed => int.TryParse(
        Environment.GetEnvironmentVariable("PROTOGEN_FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed)
        ? seed
        : DefaultSeed;

    [OracleTheory(Oracle.Protoc)]
    [InlineData(160)]
    public void RandomFilesGiveProtocsOutcome(int batches)
    {
        output.WriteLine($"seed {Seed}");
        var result = new FuzzRun(new FuzzOptions(Seed, 0, batches, TimeSpan.FromSeconds(75)), output.WriteLine).Run();
        output.WriteLine(result.ToString());
        Assert.True(result.Findings.Count == 0, string.Join('\n', result.Findings.Prepend<object>($"seed {Seed}")));
        Assert.True(result.Accepted > 0, "No file was accepted.");
    }

    [Fact]
    public void SameSeedGeneratesSameFiles()
    {
        var first = new BatchMaker(SeedCorpus.Load(), Seed);
        var second = new BatchMaker(SeedCorpus.Load(), Seed);
        for (var number = 0; number < 4; number++) Assert.Equal(first.Make(number).Inputs, second.Make(number).Inputs);
    }

    [OracleTheory(Oracle.Protoc)]
    [InlineData(8)]
    public void ManyGrammarFilesAreValid(int minimum)
    {
        var folder = Directory.CreateTempSubdirectory("protogen-fuzz-test-");
        try
        {
            var batch = new BatchMaker(SeedCorpus.Load(), Seed).Make(0);
            var check = new BatchCheck(batch, folder.FullName, _ => true);
            check.Run();
            Assert.InRange(check.Accepted, minimum, batch.Inputs.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
