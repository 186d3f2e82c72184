using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Compiler.Tests.Project.Settings;

public sealed class ProtoPathTests
{
    [Theory]
    [InlineData("/a/b.proto", "/a/b.proto")]
    [InlineData("/a/./b/../c.proto", "/a/c.proto")]
    [InlineData("/a//b.proto", "/a/b.proto")]
    [InlineData(@"C:\src\App\a.proto", "C:/src/App/a.proto")]
    [InlineData(@"\\server\share\a.proto", "//server/share/a.proto")]
    [InlineData("/a/b/", "/a/b")]
    [InlineData("../x", "../x")]
    [InlineData("a/../../x", "../x")]
    [InlineData("", "")]
    public void PathsAreNormalized(string path, string normal) => Assert.Equal(normal, ProtoPath.Normalize(path));

    [Theory]
    [InlineData("/a", "/a/b/c.proto", "b/c.proto")]
    [InlineData("/a", "/ab/c.proto", null)]
    [InlineData("/a/b", "/a/c.proto", null)]
    [InlineData("C:/Src", "c:/src/x.proto", "x.proto")]
    [InlineData("/Src", "/src/x.proto", null)]
    public void PathInFolderIsRelativeToIt(string folder, string path, string? relative) =>
        Assert.Equal(relative, ProtoPath.GetRelative(folder, path));

    [Theory]
    [InlineData("/a", "b", "/a/b")]
    [InlineData("/a", "../b", "/b")]
    [InlineData("/a", "/c", "/c")]
    [InlineData(@"C:\a", @"D:\c", "D:/c")]
    [InlineData(@"C:\a\", @"Protos", "C:/a/Protos")]
    public void CombinedAbsolutePathIsUnchanged(string folder, string path, string combined) =>
        Assert.Equal(combined, ProtoPath.Combine(folder, path));
}
