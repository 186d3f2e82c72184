using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Syntax;

namespace ProtoGen.Compiler.Tests.Descriptors;

/// <summary>Checks that unchanged files with unchanged imports stay the same objects.</summary>
public class IncrementalLinkTests
{
    private const string A = "syntax = \"proto3\"; message A { int32 x = 1; }";
    private const string B = "syntax = \"proto3\"; import \"a.proto\"; message B { A a = 1; }";
    private const string C = "syntax = \"proto3\"; import \"b.proto\"; message C { B b = 1; }";
    private const string Other = "syntax = \"proto3\"; message Other {}";

    private readonly ParsedFile[] _files =
    [
        ProtoSources.Parse("a.proto", A), ProtoSources.Parse("b.proto", B), ProtoSources.Parse("c.proto", C),
        ProtoSources.Parse("other.proto", Other),
    ];

    [Fact]
    public void LinkingSameFilesAgainReusesResults()
    {
        var first = Linker.Link(_files);

        var second = Linker.Link(_files, previous: first);

        Assert.Equal(first.Files, second.Files);
    }

    [Fact]
    public void EditRelinksFileAndImporters()
    {
        var first = Linker.Link(_files);
        ParsedFile[] edited = [_files[0], ProtoSources.Parse("b.proto", B), _files[2], _files[3]];

        var second = Linker.Link(edited, previous: first);

        Assert.Equal([true, false, false, true], first.Files.Zip(second.Files, ReferenceEquals));
    }

    [Fact]
    public void AddedFileLeavesOthersLinked()
    {
        var first = Linker.Link(_files);

        var second = Linker.Link([ProtoSources.Parse("new.proto", C.Replace("message C", "message D")), .. _files], previous: first);

        Assert.Equal(first.Files, second.Files.Skip(1));
        Assert.False(second.HasErrors);
    }

    [Fact]
    public void RemovedFileIsReportedByImporters()
    {
        var first = Linker.Link(_files);

        var second = Linker.Link(_files[1..], previous: first);

        Assert.Contains(second.Diagnostics, diagnostic => diagnostic.Message == "Import \"a.proto\" was not found or had errors.");
        Assert.Same(first.Files[3], second.Files[2]);
    }

    [Fact]
    public void RestoredFileIsFoundAgain()
    {
        var first = Linker.Link(_files);
        var second = Linker.Link(_files[1..], previous: first);

        var third = Linker.Link(_files, previous: second);

        Assert.False(third.HasErrors);
    }

    [Fact]
    public void OldNameOfRenamedMessageIsFree()
    {
        var first = Linker.Link(_files);
        var renamed = ProtoSources.Parse("a.proto", "syntax = \"proto3\"; message A2 {} message A {}");

        var second = Linker.Link([renamed, .. _files[1..]], previous: first);
        var third = Linker.Link(_files, previous: second);

        Assert.Empty(second.Diagnostics);
        Assert.Empty(third.Diagnostics);
    }

    [Fact]
    public void OneEditAmongAThousandFilesLinksOnlyThatFile()
    {
        var files = Enumerable.Range(0, 1000)
            .Select(i => ProtoSources.Parse($"f{i}.proto", i < 10 ? $"syntax = \"proto3\"; message M{i} {{}}"
                : $"syntax = \"proto3\"; import \"f{i % 10}.proto\"; message M{i} {{ M{i % 10} m = 1; }}"))
            .ToArray();
        var first = Linker.Link(files);
        files[500] = ProtoSources.Parse("f500.proto", "syntax = \"proto3\"; message Edited {}");

        var second = Linker.Link(files, previous: first);

        Assert.Equal(["f500.proto"], second.Files.Except(first.Files).Select(file => file.Name));
    }
}
