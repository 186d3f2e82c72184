namespace ProtoGen.Package.Tests;

/// <summary>Checks projects without an SDK, which import the files of a package by path, as packages.config does.</summary>
[Collection(PackageCollection.Name)]
public sealed class OldProjectTests(PackageFeed feed)
{
    [Theory]
    [InlineData("Compiler", false)]
    [InlineData("Files", true)]
    public async Task ProjectWithoutSdkCompilesItsProtoFiles(string output, bool writesFiles)
    {
        var restored = feed.CreateProject("old-restore-" + output).Write("a.csproj", CsProj.Library());
        (await restored.Run("restore")).Succeeded();
        var frameworks = GetFolder("microsoft.netframework.referenceassemblies.net472", "build");
        var runtime = Path.Combine(feed.Packages, "protogen.runtime", BuildFacts.Version, "lib", "netstandard2.0");
        var generator = Path.Combine(feed.Packages, "protogen.sourcegenerator", BuildFacts.Version);
        var project = feed.CreateProject("old-" + output)
            .Write("a.proto", "syntax = \"proto3\"; message A { string text = 1; }")
            .Write("Use.cs", "static class Use { static A Get() { return new A { Text = \"x\" }; } }")
            .Write("old.csproj", $"""
                <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
                  <Import Project="{generator}/build/ProtoGen.SourceGenerator.props" />
                  <Import Project="$(MSBuildExtensionsPath)/$(MSBuildToolsVersion)/Microsoft.Common.props" />
                  <PropertyGroup>
                    <Configuration>Debug</Configuration>
                    <Platform>AnyCPU</Platform>
                    <OutputType>Library</OutputType>
                    <AssemblyName>old</AssemblyName>
                    <TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion>
                    <TargetFrameworkRootPath>{frameworks}</TargetFrameworkRootPath>
                    <OutputPath>bin/</OutputPath>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                  </PropertyGroup>
                  <ItemGroup>
                    <Reference Include="System;netstandard" />
                    {CreateReference(GetFolder("google.protobuf", "lib/netstandard2.0"), "Google.Protobuf")}
                    {CreateReference(GetFolder("system.memory", "lib/netstandard2.0"), "System.Memory")}
                    {CreateReference(runtime, "ProtoGen.Runtime")}
                    <Analyzer Include="{generator}/analyzers/dotnet/cs/*.dll" />
                    <Compile Include="Use.cs" />
                    <Protobuf Include="a.proto" />
                  </ItemGroup>
                  <Import Project="$(MSBuildToolsPath)/Microsoft.CSharp.targets" />
                  <Import Project="{generator}/build/ProtoGen.SourceGenerator.targets" />
                </Project>
                """);
        var build = await project.Run("msbuild", "old.csproj", "-nologo", "-v:q", "-nodeReuse:false", "-p:ProtoGenOutput=" + output);
        // MSBuild reports that the references need binding redirects, as without ProtoGen.
        Assert.DoesNotContain(build.Succeeded().Findings, finding => !finding.Contains("MSB3277", StringComparison.Ordinal));
        Assert.Equal(writesFiles, File.Exists(Path.Combine(project.Folder, "obj", "Debug", "A.cs")));
    }

    private static string CreateReference(string folder, string name) =>
        $"<Reference Include=\"{name}\"><HintPath>{folder}/{name}.dll</HintPath></Reference>";

    // The newest restored version that has the folder.
    private static string GetFolder(string package, string folder) =>
        Directory.GetDirectories(Path.Combine(BuildFacts.RestoredPackages, package))
            .OrderByDescending(version => Version.TryParse(Path.GetFileName(version), out var number) ? number : new Version(0, 0))
            .Select(version => Path.Combine(version, folder))
            .First(Directory.Exists);
}
