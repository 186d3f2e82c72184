using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Serialization;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.CSharp;

public class EmbeddedDescriptorTests
{
    private const string ImplicitAndExplicit =
        "message M { int32 plain = 1 [features.field_presence = IMPLICIT]; int32 present = 2; oneof pick { int32 a = 3; } }";

    [Theory]
    [InlineData("2023", "3.25.1", true)]
    [InlineData("2023", "3.27", false)]
    [InlineData("2024", "3.31", true)]
    [InlineData("2024", "3.32", false)]
    public void EditionIsLoweredForRuntimeThatLacksIt(string edition, string runtime, bool isLowered)
    {
        var file = Link($"edition = \"{edition}\"; {ImplicitAndExplicit}");
        var expected = FileDescriptorSerializer.Serialize(file, isLowered ? DescriptorForm.EmbeddedLowered : DescriptorForm.Embedded);
        Assert.Equal(expected, Build(file, runtime).DescriptorBytes.ToArray());
    }

    [Fact]
    public void OneofsAddedByLoweringAreReflected() =>
        Assert.Equal(["Pick", "Present"], Build(Link($"edition = \"2023\"; {ImplicitAndExplicit}"), "3.25.1").Messages[0].ReflectedOneofs);

    private static FileModel Build(FileDescriptor file, string runtime) =>
        CSharpModelBuilder.Build(file, CSharpOptions.Default with { GoogleProtobuf = Version.Parse(runtime) });

    private static FileDescriptor Link(string text) =>
        Linker.Link([ProtoParser.Parse("a.proto", SourceText.From(text), new ParseOptions())]).Files[0].File!;
}
