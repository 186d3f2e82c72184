using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Tests.Emit;

namespace ProtoGen.Compiler.Tests.CSharp;

public class NamespaceValidatorTests
{
    [Theory]
    [InlineData("A.B")]
    [InlineData("")]
    [InlineData("A.class")]
    [InlineData("Ünï.Код")]
    public void ValidNamespaceIsAccepted(string text) => Assert.Null(NamespaceValidator.FindInvalid(File(text)));

    [Theory]
    [InlineData("A { class Injected {} } namespace B")]
    [InlineData("A; class Injected {} //")]
    [InlineData("A..B")]
    [InlineData("1A")]
    [InlineData("A\\n.B")]
    public void InvalidNamespaceIsErrorAndNotEmitted(string text)
    {
        var file = File(text);
        Assert.NotNull(NamespaceValidator.FindInvalid(file));
        Assert.True(Identifiers.IsNamespace(CSharpModelBuilder.Build(file, CSharpOptions.Default).Namespace));
    }

    [Theory]
    [InlineData("_", "")]
    [InlineData("a._", "A.@_")]
    [InlineData("_.a", "@_.A")]
    [InlineData("_1._2", "_1._2")]
    [InlineData("a._1.b", "A._1.B")]
    [InlineData("a._.class", "A.@_.Class")]
    public void PackageBecomesValidNamespace(string package, string expected)
    {
        var file = Generated.Link([("test.proto", $"syntax = \"proto3\"; package {package}; message M {{}}")])[0].File!;
        Assert.Equal(expected, CSharpModelBuilder.Build(file, CSharpOptions.Default).Namespace);
    }

    private static FileDescriptor File(string text) =>
        Generated.Link([("test.proto", $"syntax = \"proto3\"; option csharp_namespace = \"{text}\"; message M {{}}")])[0].File!;
}
