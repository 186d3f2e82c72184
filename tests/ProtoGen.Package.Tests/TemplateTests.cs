namespace ProtoGen.Package.Tests;

/// <summary>
/// Checks that projects from the templates of <c>dotnet new</c>, with the package and a .proto file, build, publish and pack without
/// warnings.
/// </summary>
[Collection(PackageCollection.Name)]
public sealed class TemplateTests(PackageFeed feed)
{
    private const string Reference = "<PackageReference Include=\"ProtoGen.SourceGenerator\" Version=\"{0}\" />";

    private const string Proto = """
        syntax = "proto3";
        package acme.shop;
        import "google/protobuf/timestamp.proto";
        message Order { string id = 1; google.protobuf.Timestamp placed_at = 2; repeated Order parts = 3; }
        """;

    // A type of the .proto file, in public use.
    private const string Use =
        "namespace Acme.Use;\npublic class Basket { public Acme.Shop.Order Order { get; } = new() { Id = \"1\" }; }\n";

    private static readonly string[] Templates =
        ["console", "classlib", "web", "webapi", "grpc", "worker", "blazor", "mvc", "razorclasslib", "xunit"];

    [Fact]
    public async Task TemplatesBuildPublishAndPackWithoutWarnings()
    {
        var root = feed.CreateProject("templates");
        foreach (var template in Templates) await Create(root, template);

        // Publishing does not apply to a Razor class library, nor packing to web projects and tests, which are not packable.
        root.Write("all.proj", $"""
            <Project>
              <PropertyGroup>
                <RestoreGraphProjectInput>{string.Join(';', Templates.Select(template => Path.Combine(root.Folder, template, NameOf(template) + ".csproj")))}</RestoreGraphProjectInput>
              </PropertyGroup>
              <Target Name="Build">
                <MSBuild Projects="$(RestoreGraphProjectInput)" Properties="Configuration=Debug" BuildInParallel="true" ContinueOnError="true" />
                <MSBuild Projects="$(RestoreGraphProjectInput)" Properties="Configuration=Release;WarnOnPackingNonPackableProject=false" Targets="Build;Publish;Pack" BuildInParallel="true" ContinueOnError="true" />
              </Target>
              <Import Project="$(MSBuildToolsPath)/NuGet.targets" />
            </Project>
            """);
        // NU1603: a package source may lack the exact versions in the SDK's templates.
        Assert.Empty(
            (await root.Run("msbuild", "all.proj", "-t:Restore", "-nologo", "-v:q", "-nr:false", "-p:NoWarn=NU1603")).Succeeded().Findings);
        var built = (await root.Run(
            "msbuild", "all.proj", "-t:Build", "-nologo", "-v:q", "-nr:false", "-m", "-p:NoWarn=NU1603")).Succeeded();
        Assert.True(!built.Findings.Any(), string.Join('\n', built.Findings));
        Assert.Empty(Directory.GetFiles(root.Folder, "*.protodep", SearchOption.AllDirectories));
        foreach (var template in Templates)
        {
            Assert.NotEmpty(Directory.GetFiles(
                Path.Combine(root.Folder, template, "bin", "Release", "net10.0"), NameOf(template) + ".dll"));
        }
    }

    // A project must not have the name of a package that it references, as one named xunit would.
    private static string NameOf(string template) => "My" + template;

    private static async Task Create(TestProject root, string template)
    {
        (await root.Run("new", template, "-n", NameOf(template), "-o", template, "--no-restore")).Succeeded();
        var path = Path.Combine(root.Folder, template, NameOf(template) + ".csproj");
        var project = await File.ReadAllTextAsync(path);
        var reference = string.Format(null, Reference, BuildFacts.Version);
        await File.WriteAllTextAsync(path, project.Replace("</Project>", $"  <ItemGroup>\n    {reference}\n  </ItemGroup>\n</Project>"));
        // The template for gRPC lists its own file, so that another one is compiled only if it is listed too.
        if (template != "grpc") root.Write($"{template}/Protos/order.proto", Proto).Write($"{template}/Basket.cs", Use);
    }
}
