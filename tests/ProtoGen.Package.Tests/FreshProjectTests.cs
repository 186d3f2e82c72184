namespace ProtoGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class FreshProjectTests(PackageFeed feed)
{
    private const string Proto = """
        syntax = "proto3";
        package demo;
        service MyService { rpc Predict(PredictRequest) returns (PredictResponse) {} }
        message PredictRequest { string prompt = 1; }
        message PredictResponse { string result = 1; }
        """;

    private const string Program = """
        using Demo;
        using Google.Protobuf;

        var bytes = new PredictRequest { Prompt = "World" }.ToByteArray();
        Console.WriteLine($"{PredictRequest.Parser.ParseFrom(bytes).Prompt} {typeof(MyService.MyServiceClient).Name} {typeof(MyService.MyServiceBase).Name}");
        """;

    [Fact]
    public async Task ProjectBuildsWithAProtoAndNoItemForIt()
    {
        var project = feed.CreateProject("fresh")
            .Write("fresh.csproj", CsProj.Console("<PackageReference Include=\"Grpc.Core.Api\" Version=\"2.85.0\" />"))
            .Write("Protos/my_service.proto", Proto)
            .Write("Program.cs", Program);
        Assert.Empty((await project.Build("-p:EmitCompilerGeneratedFiles=true")).Succeeded().Findings);
        var run = (await project.RunBuilt("fresh.csproj")).Succeeded();
        Assert.Equal("World MyServiceClient MyServiceBase", run.Output.Trim());

        var generated = Directory.GetFiles(project.Folder, "my_service.*.g.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileName)
            .Order();
        Assert.Equal(["my_service.Grpc.g.cs", "my_service.Messages.g.cs"], generated);

        Assert.Contains("Protos/my_service.proto", (await project.Run("watch", "--list")).Succeeded().Output);
        await AssertErrorsHavePositions(project);
        await AssertEmptyFileIsReported(project);
    }

    private static async Task AssertErrorsHavePositions(TestProject project)
    {
        project.Write("Protos/my_service.proto", Proto.Replace("string prompt = 1;", "string prompt = 1"));
        var build = (await project.Build("--no-restore")).Failed();
        var error = Assert.Single(build.Findings);
        Assert.Matches(@"my_service\.proto\(4,44\): error PG\d{4}: Expected "";""\.", error);
    }

    private static async Task AssertEmptyFileIsReported(TestProject project)
    {
        project.Write("Program.cs", "Console.WriteLine();").Write("Protos/my_service.proto", "\n");
        var empty = Assert.Single((await project.Build("--no-restore")).Succeeded().Findings);
        Assert.Contains("my_service.proto(1,1): warning PG4002: The file is empty", empty);

        project.Delete("Protos/my_service.proto");
        Assert.Empty((await project.Build("--no-restore")).Succeeded().Findings);
    }

    [Fact]
    public async Task FrameworksOfGoogleProtobufBuild()
    {
        const string messages = """
            syntax = "proto3";
            package demo;
            import "google/protobuf/timestamp.proto";
            message M { string s = 1; repeated int32 r = 2; map<string, M> m = 3; google.protobuf.Timestamp t = 4; }
            """;
        var project = feed.CreateProject("frameworks")
            .Write("frameworks.csproj", CsProj.Library(
                "<Protobuf Update=\"service.proto\" GrpcServices=\"None\" />",
                "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><LangVersion Condition=\"'$(TargetFramework)' == 'netstandard2.0'\">7.3</LangVersion>"
                + "<Nullable Condition=\"'$(TargetFramework)' == 'netstandard2.0'\">disable</Nullable>"
                + "<ImplicitUsings Condition=\"'$(TargetFramework)' == 'netstandard2.0'\">disable</ImplicitUsings>",
                "netstandard2.0;net8.0;net10.0"))
            .Write("messages.proto", messages)
            .Write("service.proto", Proto);
        Assert.Empty((await project.Build()).Succeeded().Findings);
    }
}
