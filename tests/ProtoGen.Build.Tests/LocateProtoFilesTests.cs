using Microsoft.Build.Utilities;
using ProtoGen.Testing;

namespace ProtoGen.Build.Tests;

public sealed class LocateProtoFilesTests
{
    [Theory]
    [InlineData("", "x", "x/c/c.proto", "x/c")]
    [InlineData("", "y;x", "x/c/c.proto", "x/c")]
    [InlineData("x", "", "x/c/c.proto", "x")]
    [InlineData("x", "z", "x/c/c.proto", "x/c")]
    public void FileInImportFolderIsFound(string additional, string root, string expectedPath, string expectedRoot)
    {
        using var folder = new TemporaryFolder();
        var task = Locate(folder, additional, root);
        var located = Assert.Single(task.Located);
        Assert.Equal("c/c.proto", Assert.Single(task.Replaced).ItemSpec);
        Assert.Equal(Path.Combine(folder.Path, expectedPath), located.ItemSpec);
        Assert.Equal(Path.Combine(folder.Path, expectedRoot), located.GetMetadata("ProtoRoot"));
        Assert.Equal("Client", located.GetMetadata("GrpcServices"));
    }

    [Fact]
    public void FileInNoImportFolderIsNotFound()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(Locate(folder, "y", "z").Located);
    }

    private static LocateProtoFiles Locate(TemporaryFolder folder, string additional, string root)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "x", "c"));
        File.WriteAllText(Path.Combine(folder.Path, "x", "c", "c.proto"), "");
        var item = new TaskItem("c/c.proto");
        item.SetMetadata("AdditionalImportDirs", additional);
        item.SetMetadata("ProtoRoot", root);
        item.SetMetadata("GrpcServices", "Client");
        var task = new LocateProtoFiles { Files = [item], ProjectFolder = folder.Path };
        Assert.True(task.Execute());
        return task;
    }
}
