namespace ProtoGen.Sample.Tests;

/// <summary>Compares the C# generated for the sample with snapshots, as docs/getting-started.md describes.</summary>
public sealed class GeneratedFilesTests
{
    [Theory]
    [InlineData("my_service.Messages")]
    [InlineData("my_service.Grpc")]
    public void GeneratedFilesMatchSnapshots(string name)
    {
        var file = Assert.Single(Directory.GetFiles(Sample.GeneratedFiles, $"{name}.g.cs", SearchOption.AllDirectories));
        Snapshot.Match(File.ReadAllText(file), name);
    }
}
