using Microsoft.Build.Utilities;
using ProtoGen.Testing;

namespace ProtoGen.Build.Tests;

public sealed class FindBuildHooksTests : IDisposable
{
    private const string Hook = "<Project><Target Name=\"Edit\" AfterTargets=\"Protobuf_Compile\" /></Project>";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Hook)]
    [InlineData("<WriteLinesToFile File=\"$(IntermediateOutputPath)A.cs\" />")]
    [InlineData("<Copy SourceFiles=\"obj\\Debug\\net10.0\\A.cs\" />")]
    [InlineData("<Touch Files=\"@(Protobuf_ExpectedOutputs)\" />")]
    public void HookInTheProjectIsFound(string text) => Assert.Equal("repo/app/app.csproj", Write("repo/app/app.csproj", text).Find());

    [Theory]
    [InlineData("<Project><!-- AfterTargets=\"Protobuf_Compile\" --></Project>")]
    [InlineData("<Protobuf Include=\"a.proto\" ProtoCompile=\"true\" />")]
    [InlineData("<Import Project=\"missing.targets\" /><Import Project=\"$(X)\" /><Import Project=\"\" /><Import Project=\"a|b*\" />")]
    [InlineData("<Import Project=\"app.csproj\" />")]
    public void OtherProjectsHaveNoHook(string text) => Assert.Equal("", Write("repo/app/app.csproj", text).Find());

    [Theory]
    [InlineData("eng/hook.targets", "..\\eng\\hook.targets")]
    [InlineData("eng/hook.targets", "$(MSBuildThisFileDirectory)../eng/hook.targets")]
    [InlineData("eng/hook.targets", "$(MSBuildProjectDirectory)/../eng/hook.targets")]
    [InlineData("eng/hook.targets", "$(RepositoryRoot)eng/hook.targets")]
    [InlineData("eng/hook.targets", "$(MSBuildThisFileDirectory)../eng/*.targets")]
    [InlineData(
        "eng/hook.targets", "$([MSBuild]::GetDirectoryNameOfFileAbove($(MSBuildThisFileDirectory), global.json))\\eng\\hook.targets")]
    [InlineData("Directory.Build.targets", "$([MSBuild]::GetPathOfFileAbove('Directory.Build.targets', '$(MSBuildThisFileDirectory)../'))")]
    [InlineData("Directory.Build.targets", "$([MSBuild]::GetPathOfFileAbove(Directory.Build.targets))")]
    [InlineData("eng/ProtoGen.Hooks.targets", "..\\eng\\ProtoGen.Hooks.targets")]
    [InlineData("app/hook.targets", "$([MSBuild]::GetPathOfFileAbove('hook.targets', '$(MSBuildThisFileDirectory)'))")]
    public void HookInAnImportedFileIsFound(string path, string import)
    {
        Write("repo/app/app.csproj", $"<Project><Import Project=\"{import}\" Condition=\"'$(A)' == ''\" /></Project>")
            .Write("repo/" + path, Hook);
        Assert.Equal("repo/" + path, Find());
    }

    [Fact]
    public void HookInAFileThatAnImportedFileImportsIsFound()
    {
        Write("repo/app/app.csproj", "<Import\n  Condition=\"true\"\n  Project='../eng/all.props' />");
        Write("repo/eng/all.props", "<Import Project=\"hook.targets\" />").Write("repo/eng/hook.targets", Hook);
        Assert.Equal("repo/eng/hook.targets", Find());
    }

    [Fact]
    public void HookInAPackageIsFound()
    {
        Write("repo/app/app.csproj", "<Import Project=\"$(NuGetPackageRoot)rewrite/1.0.0/build/Rewrite.targets\" />");
        Assert.Equal("packages/rewrite/1.0.0/build/Rewrite.targets", Write("packages/rewrite/1.0.0/build/Rewrite.targets", Hook).Find());
    }

    [Fact]
    public void PackageThatWritesCodeBelowObjHasNoHook()
    {
        Write("repo/app/app.csproj", "<Import Project=\"$(NuGetPackageRoot)version/1.0.0/build/Version.targets\" />");
        Assert.Equal("", Write("packages/version/1.0.0/build/Version.targets", "<X File=\"$(IntermediateOutputPath)V.cs\" />").Find());
    }

    [Theory]
    [InlineData("grpc.tools/2.85.0/build/Grpc.Tools.targets")]
    [InlineData("protogen.sourcegenerator/0.2.0/build/ProtoGen.SourceGenerator.targets")]
    public void TargetsThatDefineTheStepsAreNoHooks(string path)
    {
        Write("repo/app/app.csproj", $"<Import Project=\"$(NuGetPackageRoot){path}\" />").Write("packages/" + path, Hook);
        Assert.Equal("", Find());
    }

    private FindBuildHooksTests Write(string path, string text)
    {
        var full = Path.Combine(_folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    private string Find()
    {
        var project = Path.Combine(_folder.Path, "repo", "app", "app.csproj");
        var task = new FindBuildHooks
        {
            Files = [new TaskItem(project), new TaskItem(Path.Combine(_folder.Path, "repo", "missing.props"))],
            ProjectFolder = Path.GetDirectoryName(project)!,
            PackageFolder = Path.Combine(_folder.Path, "packages"),
        };
        Assert.True(task.Execute());
        return task.Found.Length == 0 ? "" : Path.GetRelativePath(_folder.Path, task.Found).Replace('\\', '/');
    }
}
