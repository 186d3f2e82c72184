using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ProtoGen.Runtime.Json;

namespace ProtoGen.Runtime.Tests.Json;

/// <summary>Checks that numbers in JSON have the same text as JsonFormatter gives them.</summary>
public sealed class NumberTextTests
{
    [Fact]
    public void NegativeZeroHasItsShortestText()
    {
        AssertShortestDouble(-0.0);
        AssertShortestFloat(-0f);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(-2.5)]
    [InlineData(0.0001)]
    [InlineData(0.00009)]
    [InlineData(0.000123)]
    [InlineData(1.000001)]
    [InlineData(1.0000001)]
    [InlineData(999999999.999999)]
    [InlineData(999999999999999.0)]
    [InlineData(1e15)]
    [InlineData(-1e15)]
    [InlineData(123456789012345.6)]
    [InlineData(1e22)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(1.0 / 3)]
    [InlineData(0.30000000000000004)]
    public void DoubleHasItsShortestText(double value) => AssertShortestDouble(value);

    [Theory]
    [InlineData(0f)]
    [InlineData(0.1f)]
    [InlineData(0.0001f)]
    [InlineData(0.00009f)]
    [InlineData(999.999f)]
    [InlineData(999999f)]
    [InlineData(1000000f)]
    [InlineData(16777216f)]
    [InlineData(float.Epsilon)]
    [InlineData(float.MaxValue)]
    public void FloatHasItsShortestText(float value) => AssertShortestFloat(value);

    [Fact]
    public void RandomBitPatternsHaveTheirShortestText() => Prop.ForAll(
        ArbMap.Default.ArbFor<long>(), bits =>
        {
            AssertShortestDouble(BitConverter.Int64BitsToDouble(bits * 0x2545F4914F6CDD1D));
            AssertShortestFloat(BitConverter.Int32BitsToSingle((int)(bits * 0x9E3779B1)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void RandomDecimalsHaveTheirShortestText()
    {
        var random = new Random(1);
        for (var i = 0; i < 200_000; i++)
        {
            var value = random.NextInt64(-(1L << random.Next(1, 63)), 1L << random.Next(1, 63)) / Math.Pow(10, random.Next(0, 12));
            AssertShortestDouble(value);
            AssertShortestDouble(Math.BitIncrement(value));
            AssertShortestFloat((float)value);
        }
    }

    [Fact]
    public void IntegersOfEveryLengthHaveAllTheirDigits()
    {
        for (var (power, i) = (1UL, 0); i < 20; power *= 10, i++)
        {
            foreach (var value in (ulong[])[power - 1, power, power + 1, power * 7, ulong.MaxValue - power])
            {
                Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Text((ref byte start) => NumberText.Write(ref start, value)));
                Assert.Equal(
                    ((long)value).ToString(CultureInfo.InvariantCulture),
                    Text((ref byte start) => NumberText.Write(ref start, (long)value)));
            }
        }
    }

    private static void AssertShortestDouble(double value)
    {
        if (double.IsFinite(value))
            Assert.Equal(value.ToString("r", CultureInfo.InvariantCulture), Text((ref byte start) => NumberText.Write(ref start, value)));
    }

    private static void AssertShortestFloat(float value)
    {
        if (float.IsFinite(value))
            Assert.Equal(value.ToString("r", CultureInfo.InvariantCulture), Text((ref byte start) => NumberText.Write(ref start, value)));
    }

    private delegate int Writer(ref byte start);

    private static string Text(Writer write)
    {
        var buffer = new byte[NumberText.LongestNumber];
        return Encoding.ASCII.GetString(buffer, 0, write(ref buffer[0]));
    }
}
