namespace ProtoGen.Sample.Tests;

/// <summary>What a user sees of the sample's .proto in C#: docs/snapshot-testing.md shows this test.</summary>
public sealed class GeneratedFilesTests
{
    [Theory]
    [InlineData("my_service.Messages")]
    [InlineData("my_service.Grpc")]
    public void AreAsTheyWere(string name)
    {
        var file = Assert.Single(Directory.GetFiles(Sample.GeneratedFiles, $"{name}.g.cs", SearchOption.AllDirectories));
        Snapshot.Match(File.ReadAllText(file), name);
    }
}
