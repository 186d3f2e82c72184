namespace ProtoGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class ChecksTests(PackageFeed feed)
{
    [Fact]
    public async Task DirectReferenceToGrpcToolsIsOneError()
    {
        var project = feed.CreateProject("both")
            .Write("both.csproj", CsProj.Library("<PackageReference Include=\"Grpc.Tools\" Version=\"2.85.0\" PrivateAssets=\"all\" />"))
            .Write("a.proto", "syntax = \"proto3\"; message A { }");
        var error = Assert.Single((await project.Build()).Failed().Findings);
        Assert.Contains("error PG4004: The project references both ProtoGen.SourceGenerator and Grpc.Tools.", error);

        project.Write(
            "both.csproj", CsProj.Library("<PackageReference Include=\"Grpc.Tools\" Version=\"2.85.0\" ExcludeAssets=\"all\" />"));
        Assert.Empty((await project.Build()).Succeeded().Findings);
    }

    [Fact]
    public async Task IgnoredSettingsAreReported()
    {
        var project = feed.CreateProject("checks")
            .Write("checks.csproj", CsProj.Library("<Protobuf Include=\"a.proto\" OutputDir=\"Generated\" Nullable=\"maybe\" />"))
            .Write("a.proto", "syntax = \"proto3\"; message A { }");
        var findings = (await project.Build("-p:Protobuf_ProtocFullPath=protoc", "-p:ProtoGenOutput=Compiler")).Failed().Findings;
        Assert.Contains(findings, line => line.Contains("warning PG4010: OutputDir", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, line => line.Contains("PG4011", StringComparison.Ordinal));
        Assert.Contains(
            findings,
            line => line.Contains("a.proto(1,1): error PG4007: 'maybe' is not a valid value for Nullable.", StringComparison.Ordinal));
        Assert.Equal(2, findings.Length);

        var old = (await project.Build("--no-restore", "-p:CompilerApiVersion=roslyn4.7")).Failed();
        Assert.Contains(old.Findings, line => line.Contains("error PG4003: ProtoGen needs C# compiler 4.8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ProjectInAnotherLanguageIsOneError()
    {
        var project = feed.CreateProject("basic")
            .Write("basic.vbproj", CsProj.Library())
            .Write("a.proto", "syntax = \"proto3\"; message A { }");
        var error = Assert.Single((await project.Build()).Failed().Findings);
        Assert.Contains("error PG4014: ProtoGen generates C#, and this is a VB project.", error);
    }

    [Fact]
    public async Task ProjectThatReferencesAUserOfThePackageIsUnaffected()
    {
        var project = feed.CreateProject("transitive")
            .Write("A/A.csproj", CsProj.Library())
            .Write("A/a.proto", "syntax = \"proto3\"; message A { }")
            .Write("B/B.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                  </PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="../A/A.csproj" />
                    <PackageReference Include="Grpc.Tools" Version="2.85.0" PrivateAssets="all" />
                    <Protobuf Include="b.proto" />
                  </ItemGroup>
                </Project>
                """)
            .Write("B/b.proto", "syntax = \"proto3\"; message B { }")
            .Write("B/notes/not_listed.proto", "nonsense")
            .Write("B/Use.cs", "class Use { A a; B b; }");
        Assert.DoesNotContain((await project.Build("B")).Succeeded().Findings, line => line.Contains(" PG", StringComparison.Ordinal));
    }
}
