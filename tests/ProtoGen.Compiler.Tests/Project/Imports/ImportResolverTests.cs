using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Project.Imports;
using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Project.References;
using ProtoGen.Compiler.Project.Settings;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Project.Imports;

public sealed class ImportResolverTests
{
    private static readonly ProjectSettings AppProject = new() { ProjectFolder = "/src/App" };

    [Fact]
    public void ImportNameIsPathInProject() =>
        Assert.Equal("Protos/a.proto", NameOf("/src/App/Protos/a.proto", Compiled("Protos/a.proto")));

    [Fact]
    public void RootIsInferredFromImports()
    {
        var map = Resolve([Compiled("Protos/a.proto", "common/x.proto"), Compiled("Protos/common/x.proto")]);
        Assert.Equal("common/x.proto", map.Get("/src/App/Protos/common/x.proto").Name);
        Assert.Equal("a.proto", map.Get("/src/App/Protos/a.proto").Name);
        Assert.Equal(["common/x.proto"], map.Get("/src/App/Protos/a.proto").Imports);
    }

    [Fact]
    public void ImportFromProjectFolderNeedsNoInference()
    {
        var map = Resolve([Compiled("Protos/a.proto", "Protos/x.proto"), Compiled("Protos/x.proto"), Compiled("Other/Protos/x.proto")]);
        Assert.Equal("Protos/x.proto", map.Get("/src/App/Protos/x.proto").Name);
        Assert.Equal("Other/Protos/x.proto", map.Get("/src/App/Other/Protos/x.proto").Name);
    }

    [Fact]
    public void NearerOfTwoFilesIsImported()
    {
        var map = Resolve(
            [Compiled("v1/a.proto", "x.proto"), Compiled("v1/x.proto"), Compiled("v2/a.proto", "x.proto"), Compiled("v2/x.proto")]);
        Assert.Equal([map.Get("/src/App/v1/x.proto").Name], map.Get("/src/App/v1/a.proto").Imports);
        Assert.Equal([map.Get("/src/App/v2/x.proto").Name], map.Get("/src/App/v2/a.proto").Imports);
        Assert.Equal(4, map.Files.Select(file => file.Name).Distinct().Count());
    }

    [Fact]
    public void ProtoRootDeterminesImportName()
    {
        var rooted = Compiled("Protos/a/b.proto") with { Settings = new ItemSettings { Root = "/src/App/Protos" } };
        Assert.Equal("a/b.proto", NameOf("/src/App/Protos/a/b.proto", rooted));
    }

    [Fact]
    public void ImportNameIsRelativeToOneOfSeveralRoots()
    {
        var settings = new ItemSettings { HasSeveralRoots = true, ImportFolders = new(["/src/x", "/src/y"]) };
        var rooted = Compiled("/src/y/a/b.proto", "c.proto") with { Settings = settings };
        var map = Resolve([rooted, Compiled("/src/x/c.proto"), Compiled("/src/y/a/c.proto")]);
        Assert.Equal("a/b.proto", map.Get("/src/y/a/b.proto").Name);
        Assert.Equal([map.Get("/src/x/c.proto").Name], map.Get("/src/y/a/b.proto").Imports);
    }

    [Fact]
    public void AdditionalFoldersComeBeforeTheRoot()
    {
        var a = Compiled("a.proto", "x.proto") with { Settings = new ItemSettings { ImportFolders = new(["/src/App/more"]) } };
        var map = Resolve([a, Compiled("x.proto"), Compiled("more/x.proto")]);
        Assert.Equal([map.Get("/src/App/more/x.proto").Name], map.Get("/src/App/a.proto").Imports);
    }

    [Fact]
    public void FileOutsideProjectHasItsFolderAsRoot() =>
        Assert.Equal("outer.proto", NameOf("/elsewhere/outer.proto", Compiled("/elsewhere/outer.proto")));

    [Fact]
    public void WellKnownFilesNeedNoItem()
    {
        var map = Resolve([Compiled("a.proto", "google/protobuf/timestamp.proto")]);
        var file = Assert.Single(map.Files);
        Assert.Equal(["google/protobuf/timestamp.proto"], file.Imports);
        Assert.Empty(file.Missing);
    }

    [Fact]
    public void OnlyImportableFilesAreReadWhenReached()
    {
        var map = Resolve(
            [Compiled("a.proto", "x.proto")],
            Importable("/include/x.proto", "import \"y.proto\";"), Importable("/include/y.proto", ""), Importable("/include/z.proto", ""));
        Assert.Equal(["/include/x.proto", "/include/y.proto", "/src/App/a.proto"], map.Files.Select(file => file.Path));
    }

    [Fact]
    public void MissingImportListsSearchedFolders()
    {
        var a = Compiled("a.proto", "no/such.proto") with { Settings = new ItemSettings { ImportFolders = new(["/include"]) } };
        var missing = Assert.Single(Resolve([a]).Get("/src/App/a.proto").Missing);
        Assert.Equal(new MissingImport("no/such.proto", new(["/include", "/src/App"]), null), missing);
    }

    [Fact]
    public void ImportWithWrongCaseSuggestsFile()
    {
        var missing = Assert.Single(
            Resolve([Compiled("a.proto", "Common/X.proto"), Compiled("common/x.proto")]).Get("/src/App/a.proto").Missing);
        Assert.Equal("/src/App/common/x.proto", missing.SimilarPath);
    }

    [Fact]
    public void FilesWithSameNameInTwoRootsGetDifferentNames()
    {
        var map = Resolve(
            [Compiled("/one/x.proto"), Compiled("/two/x.proto"), Compiled("/three/a.proto", "x.proto")]);
        Assert.Equal(["x.proto", "a.proto", "two/x.proto"], map.Files.Select(file => file.Name));
    }

    [Fact]
    public void EqualInputsGiveEqualMaps()
    {
        var importable = Importable("/include/x.proto", "import \"y.proto\";");
        Assert.Equal(Resolve([Compiled("a.proto", "x.proto")], importable), Resolve([Compiled("a.proto", "x.proto")], importable));
        Assert.NotEqual(Resolve([Compiled("a.proto", "x.proto")], importable), Resolve([Compiled("a.proto")], importable));
    }

    private static string NameOf(string path, params ProtoImports[] compiled) => Resolve(compiled).Get(path).Name;

    private static ImportMap Resolve(ProtoImports[] compiled, params ProtoItem[] importable) =>
        ImportResolver.Resolve(compiled, importable, AppProject, ReferencedProtos.None, default);

    private static ProtoImports Compiled(string path, params string[] imports) =>
        new(path.StartsWith('/') ? path : "/src/App/" + path, ItemSettings.Default, new EquatableArray<string>(imports));

    private static ProtoItem Importable(string path, string text) =>
        ProtoItem.Create(path, new ItemSettings { IsImportOnly = true }, new Content(text));

    private sealed class Content(string text) : ProtoContent
    {
        protected override SourceText Read(CancellationToken cancellation) => SourceText.From(text);
    }
}
