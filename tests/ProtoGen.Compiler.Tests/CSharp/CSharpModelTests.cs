using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Tests.Emit;

namespace ProtoGen.Compiler.Tests.CSharp;

public class CSharpModelTests
{
    [Fact]
    public void ModelsOfSameTextAreEqual() =>
        Assert.Equal(Generated.Model(Generated.Protos["proto2.proto"]), Generated.Model(Generated.Protos["proto2.proto"]));

    [Fact]
    public void ModelsOfSameTextHaveSameHash() => Assert.Equal(
        Generated.Model(Generated.Protos["proto2.proto"]).GetHashCode(), Generated.Model(Generated.Protos["proto2.proto"]).GetHashCode());

    [Fact]
    public void ChangedCommentChangesModel() => Assert.NotEqual(
        Generated.Model("syntax = \"proto3\";\n\n/* a */\nmessage M {}"), Generated.Model("syntax = \"proto3\";\n\n/* b */\nmessage M {}"));

    [Fact]
    public void PresenceBitsFollowFieldNumbers()
    {
        var message = Generated.Model(
            "syntax = \"proto2\"; message M { optional int32 b = 2; optional string s = 3; optional int32 a = 1; }").Messages[0];
        Assert.Equal([1, -1, 0], message.Fields.Select(field => field.HasBitIndex));
    }

    [Theory]
    [InlineData("3.14159265358979", "3.14159265358979D")]
    [InlineData("0.1", "0.1D")]
    [InlineData("-0.0", "-0D")]
    [InlineData("1e100", "1E+100D")]
    [InlineData("-inf", "double.NegativeInfinity")]
    [InlineData("nan", "double.NaN")]
    public void DoubleDefaultsKeepTheirPrecision(string written, string expected) => Assert.Equal(
        expected,
        Generated.Model(
            $"syntax = \"proto2\"; message M {{ optional double d = 1 [default = {written}]; }}").Messages[0].Fields[0].Value.Default);

    [Theory]
    [InlineData("1.23456789e10", "1.2345679E+10F")]
    [InlineData("1.17549435e-38", "1.1754944E-38F")]
    public void FloatDefaultsKeepTheirPrecision(string written, string expected) => Assert.Equal(
        expected,
        Generated.Model(
            $"syntax = \"proto2\"; message M {{ optional float f = 1 [default = {written}]; }}").Messages[0].Fields[0].Value.Default);

    [Theory]
    [InlineData("E e = 1;")]
    [InlineData("E e = 1; int32 n = 2;")]
    [InlineData("Int32Value inner = 1;")]
    [InlineData("repeated int32 n = 1;")]
    [InlineData("")]
    public void MessageInReplacedWrappersFileIsMessageUnlessItHoldsScalar(string fields)
    {
        var text =
            $"syntax = \"proto3\"; package google.protobuf; enum E {{ ZERO = 0; }} message Int32Value {{ {fields} }} message M {{ Int32Value v = 1; }}";
        var file = Generated.Link([("google/protobuf/wrappers.proto", text)])[0].File!;
        Assert.False(CSharpModelBuilder.Build(file, CSharpOptions.Default).Messages[1].Fields[0].Value.IsWrapper);
    }
}
