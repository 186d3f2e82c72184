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
    public void PrivateFieldThatUserPartUsesIsGenerated()
    {
        const string fields = "int32 id = 1; A next = 2; repeated A all = 3; map<int32, A> by_id = 4;";
        const string constructor = "public A(int id) { id_ = id; next_ = this; all_.Add(this); byId_.Add(id, this); _ = _parser; }";
        _project.Add("a.proto", $"syntax = \"proto3\"; package p; message A {{ {fields} }} message Other {{ }}");
        _project.AddSource("Own.cs", $"namespace P; partial class A {{ {constructor} }}").Run();
        var text = _project.Read("obj/A.cs");
        Assert.Contains("private int id_;", text);
        Assert.Contains("private global::P.A next_;", text);
        Assert.Contains("private readonly pbc::RepeatedField<global::P.A> all_ ", text);
        Assert.Contains("private readonly pbc::MapField<int, global::P.A> byId_ ", text);
        Assert.Contains("private static pb::MessageParser<A> _parser ", text);
        Assert.DoesNotContain("MessageParser<Other> _parser ", text);
    }

    [Fact]
    public void GeneratedFilesAreNotReadAsUserCode()
    {
        _project.Run();
        var text = _project.Read("obj/A.cs");
        _project.AddSource("obj/A.cs", text).Run();
        Assert.Equal(text, _project.Read("obj/A.cs"));
    }
}
