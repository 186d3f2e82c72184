using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit;
using ProtoGen.Compiler.Emit.Services;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Tests.Diagnostics;

namespace ProtoGen.Compiler.Tests.TestData;

/// <summary>
/// Compares each file of tests/testdata with the files beside it: <c>x.diagnostics.txt</c> for <c>x.proto</c>, in the folder csharp also
/// <c>x.Messages.g.cs</c> and <c>x.Grpc.g.cs</c>. A missing file stands for an empty one.
/// </summary>
public sealed class TestDataTests
{
    public static TheoryData<string, string> AllFiles => List(TestDataRoot.All);

    public static TheoryData<string, string> CSharpFiles => List([TestDataRoot.Get("csharp")]);

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void DiagnosticsMatchTheFileBesideTheProto(string folder, string name)
    {
        var root = TestDataRoot.Get(folder);
        var result = Linker.Link(root.Files, new LinkOptions { CommandLine = [name] });
        Snapshot.MatchFile(
            string.Concat(DiagnosticText.Format(result.Diagnostics).Select(line => line + "\n")), root.Beside(name, ".diagnostics.txt"));
    }

    [Theory]
    [MemberData(nameof(CSharpFiles))]
    public void MessagesMatchTheFileBesideTheProto(string folder, string name)
    {
        var root = TestDataRoot.Get(folder);
        var model = CSharpModelBuilder.Build(Link(root, name), CSharpOptions.Default with { HasRuntime = true });
        Snapshot.MatchFile(MessagesEmitter.Emit(model), root.Beside(name, ".Messages.g.cs"));
    }

    [Theory]
    [MemberData(nameof(CSharpFiles))]
    public void ServicesMatchTheFileBesideTheProto(string folder, string name)
    {
        var root = TestDataRoot.Get(folder);
        var model = ServicesModelBuilder.Build(Link(root, name), ServicesOptions.Default with { HasRuntime = true });
        Snapshot.MatchFile(model is null ? "" : ServicesEmitter.Emit(model), root.Beside(name, ".Grpc.g.cs"));
    }

    private static FileDescriptor Link(TestDataRoot root, string name) =>
        Linker.Link(root.Files, new LinkOptions { CommandLine = [name] }).Files.Single(file => file.Name == name).File!;

    private static TheoryData<string, string> List(IEnumerable<TestDataRoot> roots)
    {
        var data = new TheoryData<string, string>();
        foreach (var root in roots)
        {
            foreach (var file in root.Files)
            {
                data.Add(root.Name, file.File.Name);
            }
        }

        return data;
    }
}
