namespace ProtoGen.Package.Tests.Migration;

/// <summary>Checks that projects for Grpc.Tools build with ProtoGen after one edit, with the same errors, warnings and behavior.</summary>
[Collection(PackageCollection.Name)]
public sealed class MigrationTests(MigrationCorpus corpus) : IClassFixture<MigrationCorpus>
{
    public static TheoryData<string> Cases => new(
        Directory.GetFiles(MigrationCorpus.CasesFolder, "*.txt")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void MigratedProjectBehavesAsWithGrpcTools(string name)
    {
        var expected = new MigrationCase(Path.Combine(MigrationCorpus.CasesFolder, name + ".txt"));
        var (grpcTools, protoGen) = corpus.GetBuilds(name);
        Assert.Equal(expected.GetExpected("Grpc.Tools"), grpcTools.Findings.Except(protoGen.Findings));
        Assert.Equal(expected.GetExpected("ProtoGen"), protoGen.Findings.Except(grpcTools.Findings));
        Assert.Equal(grpcTools.Succeeded, protoGen.Succeeded);
        Assert.Equal(grpcTools.Output, protoGen.Output);
    }

    [Fact]
    public void CorpusHasAtLeastSixtyCases() => Assert.True(Cases.Count >= 60);
}
