namespace ProtoGen.Build.Tests;

public sealed class OutputTests : IDisposable
{
    private const string Message = "syntax = \"proto3\"; message M { }";
    private const string Service = "syntax = \"proto3\"; message M { } service S { rpc Get(M) returns (M); }";

    private readonly TaskProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void FilesHaveTheNamesAndFoldersThatGrpcToolsGivesThem()
    {
        _project.Add("Protos/my-api.v1.proto", Service)
            .Add("greet_reply.proto", Message.Replace('M', 'N'))
            .Add("../shared/outer.proto", Message.Replace('M', 'O'));
        Assert.Equal(["obj/GreetReply.cs", "obj/Outer.cs", "obj/Protos/My-api.v1Grpc.cs", "obj/Protos/MyApiV1.cs"], _project.Run().Files);
    }

    [Fact]
    public void ProtoRootShortensTheFolder() =>
        Assert.Equal(["obj/deep/A.cs"], _project.Add("Protos/deep/a.proto", Message, ("ProtoRoot", "Protos")).Run().Files);

    [Fact]
    public void FilesWithTheSameNameAreNumbered()
    {
        _project.Add("foo_bar.proto", Message.Replace("message", "package p; message")).Add("foo-bar.proto", Message);
        Assert.Equal(["obj/FooBar.2.cs", "obj/FooBar.cs"], _project.Run().Files);
    }

    [Fact]
    public void OnlyTheFirstOfTwoFilesWithTheSameClassIsWritten()
    {
        var second = Message.Replace('M', 'N');
        _project.Add("foo-bar.proto", Message);
        Assert.Equal(["obj/FooBar.cs"], _project.Run().Files);
        _project.Add("foo_bar.proto", second).Add("z.proto", Message.Replace('M', 'Z'));
        Assert.Equal(["obj/FooBar.cs", "obj/Z.cs"], _project.Run().Files);
        Assert.Contains("class M ", _project.Read("obj/FooBar.cs"));

        // The second file is generated once its class is unique, although the file itself did not change.
        _project.Add("foo-bar.proto", Message.Replace("message", "package p; message"));
        Assert.Equal(["obj/FooBar.2.cs", "obj/FooBar.cs", "obj/Z.cs"], _project.Run().Files);
        _project.Add("foo-bar.proto", Message);
        Assert.Equal(["obj/FooBar.cs", "obj/Z.cs"], _project.Run().Files);
        Assert.Equal(["obj/FooBar.cs", "obj/Z.cs"], _project.Remove("foo-bar.proto").Run().Files);
        Assert.Contains("class N ", _project.Read("obj/FooBar.cs"));
    }

    [Fact]
    public void MessagesAndServicesGoToTheFoldersOfTheItem()
    {
        _project.Add("Protos/a.proto", Service, ("OutputDir", "../Other/Generated"), ("GrpcOutputDir", "Stubs"));
        Assert.Equal(["../Other/Generated/Protos/A.cs", "Stubs/Protos/AGrpc.cs"], _project.Run().Files);
    }

    [Fact]
    public void ServicesFollowTheMessagesWithoutAFolderOfTheirOwn() =>
        Assert.Equal(["Generated/A.cs", "Generated/AGrpc.cs"], _project.Add("a.proto", Service, ("OutputDir", "Generated")).Run().Files);

    [Fact]
    public void FilesOfAnItemWithCompileOutputsFalseAreWrittenAndNotCompiled()
    {
        var run = _project.Add("a.proto", Message, ("CompileOutputs", "False")).Add("b.proto", Message.Replace('M', 'N')).Run();
        Assert.Equal(["obj/A.cs", "obj/B.cs"], run.Files);
        Assert.Equal(["obj/B.cs"], run.Compiled);
    }

    [Fact]
    public void ServicesThatAnotherProjectCompilesAreWrittenWithoutGrpc() =>
        Assert.Equal(
            ["obj/A.cs", "obj/AGrpc.cs"], _project.WithoutGrpc().Add("a.proto", Service, ("CompileOutputs", "False")).Run().Files);

    [Fact]
    public void ServicesOfAProjectWithoutGrpcAreOmitted() =>
        Assert.Equal(["obj/A.cs"], _project.WithoutGrpc().Add("a.proto", Service).Run().Files);

    [Fact]
    public void ItemMetadataDecidesWhatIsGenerated()
    {
        _project.Add("a.proto", Service, ("GrpcServices", "None"), ("Access", "Internal"))
            .Add("b.proto", Message.Replace('M', 'N'), ("ProtoCompile", "False"));
        Assert.Equal(["obj/A.cs"], _project.Run().Files);
        Assert.Contains("internal sealed partial class M", _project.Read("obj/A.cs"));
    }

    [Fact]
    public void ImportsAreFoundInReferencedAssemblies()
    {
        _project.ReferenceCommonProtos()
            .Add("a.proto", "syntax = \"proto3\"; import \"google/type/money.proto\"; message M { google.type.Money price = 1; }");
        _project.Run();
        Assert.Contains("global::Google.Type.Money Price", _project.Read("obj/A.cs"));
    }

    [Fact]
    public void FileWithErrorsGeneratesItsReadableTypes()
    {
        _project.Add("a.proto", "syntax = \"proto3\"; message A { }\nmessage B { int32 id = 1 }").Run();
        Assert.Contains("class A ", _project.Read("obj/A.cs"));
    }

    [Fact]
    public void NamesWithCharactersThatMSBuildEscapesKeepThem() =>
        Assert.Equal(["obj/a;b%41/C.cs"], _project.Add("a;b%41/c.proto", Message).Run().Files);
}
