using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Tests.CSharp;

public class NameStyleTests
{
    [Theory]
    [InlineData("foo_bar", "FooBar")]
    [InlineData("_1st", "_1St")]
    [InlineData("a1b", "A1B")]
    [InlineData("x__y_", "XY")]
    [InlineData("HTTPPort", "HTTPPort")]
    [InlineData("hello.world2d", "HelloWorld2D")]
    public void NamesBecomePascalCase(string name, string expected) => Assert.Equal(expected, NameStyle.Pascal(name));

    [Theory]
    [InlineData("HTTPPort", "hTTPPort")]
    [InlineData("foo_bar", "fooBar")]
    public void NamesBecomeCamelCase(string name, string expected) => Assert.Equal(expected, NameStyle.Camel(name));

    [Theory]
    [InlineData("my_pkg.v1beta2.class.foo2bar", "MyPkg.V1Beta2.Class.Foo2Bar")]
    public void PackagesBecomeNamespaces(string package, string expected) => Assert.Equal(expected, NameStyle.Namespace(package));

    [Theory]
    [InlineData("Class", "CLASS_2D", "_2D")]
    [InlineData("Class", "CLASS__", "Class")]
    [InlineData("Class", "CLASSY", "Y")]
    [InlineData("Color", "COLOR_BLUE", "Blue")]
    [InlineData("Color", "RED_2nd", "Red2Nd")]
    [InlineData("foo_bar", "FOOBAR_baz", "Baz")]
    public void EnumValuesLoseEnumNamePrefix(string type, string value, string expected) =>
        Assert.Equal(expected, NameStyle.EnumValue(type, value));
}
