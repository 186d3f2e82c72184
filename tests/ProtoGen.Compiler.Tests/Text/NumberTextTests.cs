using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Text;

public class NumberTextTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(1.0, "1")]
    [InlineData(0.1, "0.1")]
    [InlineData(1.0 / 3, "0.33333333333333331")]
    [InlineData(1e15, "1e+15")]
    [InlineData(123456789012345, "123456789012345")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(5e-324, "4.94065645841247e-324")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(double.NegativeInfinity, "-inf")]
    [InlineData(double.NaN, "nan")]
    public void DoublesAreFormattedLikeProtoc(double value, string text) => Assert.Equal(text, NumberText.FormatDouble(value));

    [Theory]
    [InlineData(0.1f, "0.1")]
    [InlineData(1e6f, "1e+06")]
    [InlineData(123456f, "123456")]
    [InlineData(1.23456789f, "1.23456788")]
    [InlineData(1.4e-45f, "1.40129846e-45")]
    [InlineData(float.PositiveInfinity, "inf")]
    public void FloatsAreFormattedLikeProtoc(float value, string text) => Assert.Equal(text, NumberText.FormatFloat(value));

    [Fact]
    public void NumbersOutOfRangeAreInfinite() => Assert.Equal(double.PositiveInfinity, NumberText.ParseDouble("1e400"));
}
