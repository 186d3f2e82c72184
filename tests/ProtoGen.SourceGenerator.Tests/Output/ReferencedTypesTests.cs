using Microsoft.CodeAnalysis;
using ProtoGen.SourceGenerator.Tests.Driver;

namespace ProtoGen.SourceGenerator.Tests.Output;

public sealed class ReferencedTypesTests
{
    private const string Shared = "syntax = \"proto3\"; package shared; message A { int32 id = 1; } service S { rpc M(A) returns (A); }";
    private const string User = "syntax = \"proto3\"; import \"shared.proto\"; message B { shared.A a = 1; }";

    private static readonly byte[] Library = new Project().Add("shared.proto", Shared).Run().Compile();

    private static readonly MetadataReference[] References = [.. ReferenceSets.Default, MetadataReference.CreateFromImage(Library)];

    [Fact]
    public void TypesOfReferencedAssemblyAreNotGeneratedAgain()
    {
        var run = new Project(references: References).Add("shared.proto", Shared).Add("user.proto", User).Run();
        Assert.Equal(["user.Messages.g.cs"], run.Files.Keys);
        run.Compile();
    }

    [Fact]
    public void ServicesWhoseClassesHaveFreedNamesAreNotGeneratedAgain()
    {
        const string text = """
            syntax = "proto3"; package shared;
            message Descriptor { Parser parser = 1; }
            message Parser { }
            service BindService { rpc Get(Parser) returns (Parser); }
            service Descriptors { rpc DescriptorsBase(Parser) returns (Parser); rpc DescriptorsClient(Parser) returns (Parser); }
            """;
        var library = new Project().Add("shared.proto", text).Run().Compile();
        var run = new Project(references: [.. ReferenceSets.Default, MetadataReference.CreateFromImage(library)])
            .Add("shared.proto", text)
            .Add("user.proto", "syntax = \"proto3\"; import \"shared.proto\"; message B { shared.Descriptor d = 1; }")
            .Run();
        Assert.Equal(["user.Messages.g.cs"], run.Files.Keys);
        run.Compile();
    }

    [Fact]
    public void ProjectCanOptOutOfReusingTypes()
    {
        var options = BuildOptions.Default.WithProperty("ProtoGenReuseReferencedTypes", "false");
        var run = new Project(options, References).Add("shared.proto", Shared).Run();
        Assert.Equal(["shared.Grpc.g.cs", "shared.Messages.g.cs"], run.Files.Keys.Order());
    }

    [Fact]
    public void FileWithTypeMissingInAssemblyIsGenerated()
    {
        var run = new Project(references: References).Add("shared.proto", Shared + " message New { }").Run();
        Assert.Contains("shared.Messages.g.cs", run.Files.Keys);
    }

    [Fact]
    public void ServiceSideMissingInAssemblyIsGenerated()
    {
        var serverOnly = new Project(BuildOptions.Default.WithMetadata("shared.proto", "GrpcServices", "Server"))
            .Add("shared.proto", Shared)
            .Run()
            .Compile();
        var run = new Project(references: [.. ReferenceSets.Default, MetadataReference.CreateFromImage(serverOnly)])
            .Add("shared.proto", Shared)
            .Run();
        Assert.Equal(["shared.Grpc.g.cs"], run.Files.Keys);
    }

    [Fact]
    public void TypesOfGoogleProtobufAreNeverGenerated()
    {
        const string timestamp = """
            syntax = "proto3"; package google.protobuf; option csharp_namespace = "Google.Protobuf.WellKnownTypes";
            message Timestamp { int64 seconds = 1; int32 nanos = 2; }
            """;
        var run = new Project().Add("google/protobuf/timestamp.proto", timestamp).Run();
        Assert.Empty(run.Files);
    }
}
