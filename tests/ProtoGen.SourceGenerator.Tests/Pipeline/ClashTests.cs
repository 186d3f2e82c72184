using ProtoGen.SourceGenerator.Tests.Driver;

namespace ProtoGen.SourceGenerator.Tests.Pipeline;

public sealed class ClashTests
{
    private const string Header = "syntax = \"proto3\"; package p;\n";

    [Fact]
    public void CopyOfAFileIsReportedOnceAndTheOriginalCompiles()
    {
        const string text = Header + "message A { int32 id = 1; }\nmessage B { }\nenum E { NONE = 0; }";
        var run = new Project().Add("a.proto", text).Add("dist/a.proto", text).Run();
        Assert.Equal(["dist/a.proto(2,9): error PG2012: \"p.A\" is already defined in file \"a.proto\"."], run.Diagnostics);
        Assert.Equal(["a.proto(2,9)"], run.AdditionalLocations);
        Assert.Equal(["a.Messages.g.cs"], run.Files.Keys);
        run.Compile();
    }

    [Fact]
    public void FilesWithTheSameReflectionClassAreReported()
    {
        var run = new Project().Add("foo-bar.proto", Header + "message A { }").Add("foo_bar.proto", Header + "message B { }").Run();
        Assert.Equal(
            [
                "foo_bar.proto(1,1): error PG4102: The C# class 'P.FooBarReflection' would be generated from \"foo_bar.proto\" and from \"foo-bar.proto\". "
                + "Rename the definition or one of the files, or give one of them another csharp_namespace.",
            ],
            run.Diagnostics);
        run.Compile();
    }

    [Fact]
    public void MessagesNamedLikeTheFilesOwnClassesCompile()
    {
        const string text =
            "syntax = \"proto2\"; package p; message AReflection { } message AExtensions { extensions 100; } extend AExtensions { optional int32 x = 100; }";
        var run = new Project()
            .Add("a.proto", text)
            .Add("b.proto", "syntax = \"proto2\"; import \"a.proto\"; message B { optional p.AReflection r = 1; }")
            .Run();
        Assert.Empty(run.Diagnostics);
        run.Compile();
    }

    [Fact]
    public void CopiesOfReferencedTypesAreNoClash()
    {
        const string timestamp = """
            syntax = "proto3"; package google.protobuf; option csharp_namespace = "Google.Protobuf.WellKnownTypes";
            message Timestamp { int64 seconds = 1; int32 nanos = 2; }
            """;
        Assert.Empty(
            new Project()
                .Add("x/google/protobuf/timestamp.proto", timestamp)
                .Add("y/google/protobuf/timestamp.proto", timestamp)
                .Run().Diagnostics);
    }

    [Fact]
    public void EditingAFileLeavesTheClashesCached()
    {
        var project = new Project().Add("a.proto", Header + "message A { }").Add("b.proto", Header + "message B { }");
        project.Run();
        Assert.Equal(["a.Messages.g.cs"], project.Edit("a.proto", Header + "message A { int32 id = 1; }").Run().EmittedFiles());
    }
}
