namespace ProtoGen.Build.Tests;

public sealed class PartialClassTests : IDisposable
{
    private const string Proto = "syntax = \"proto3\"; package p; message A { string name = 1; } message B { }";

    private readonly TaskProject _project = new TaskProject().Add("a.proto", Proto);

    public void Dispose() => _project.Dispose();

    [Fact]
    public void ClassWithABaseClassOfTheUserGetsProtocsShape()
    {
        _project.AddSource("Own.cs", "namespace P; partial class A : Own { }").Run();
        Assert.Matches("class A : pb::IMessage<A>", _project.Read("obj/A.cs"));
        Assert.DoesNotMatch("class B : pb::IMessage<B>", _project.Read("obj/A.cs"));
    }

    [Fact]
    public void ChangeInAPartialClassWritesTheFileAgain()
    {
        _project.AddSource("Own.cs", "namespace P; partial class A { }").Run();
        Assert.Empty(_project.RunAndGetWritten());
        Assert.Empty(_project.AddSource("Own.cs", "namespace P; partial class A { int x; }").RunAndGetWritten());
        Assert.Equal(["obj/A.cs"], _project.AddSource("Own.cs", "namespace P; partial class A : Own { }").RunAndGetWritten());
    }

    [Fact]
    public void GeneratedFilesAreNotTakenForTheUsers()
    {
        _project.Run();
        var text = _project.Read("obj/A.cs");
        _project.AddSource("obj/A.cs", text).Run();
        Assert.Equal(text, _project.Read("obj/A.cs"));
    }
}
