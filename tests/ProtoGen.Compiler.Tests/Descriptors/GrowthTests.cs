using System.Diagnostics;
using System.Text;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Serialization;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Descriptors;

/// <summary>
/// Checks that no step of the compiler takes quadratic time: four times the input may take ten times as long, not sixteen times.
/// </summary>
public class GrowthTests
{
    private const int Factor = 4;
    private const double MaxRatio = 10;

    // On a busy machine most attempts are disturbed. More of them do not help a step that takes quadratic time.
    private const int Attempts = 100;

    private static readonly Dictionary<string, Func<int, string>> SchemasByShape = new()
    {
        ["fields"] = n => Message(n, i => $"optional int32 f{i} = {Number(i)};"),
        ["fields of message types"] = n => Message(n, i => $"repeated M f{i} = {Number(i)};"),
        ["maps"] = n => Message(n / 4, i => $"map<string, int32> f{i} = {Number(i)};"),
        ["oneof fields"] = n => "message M { oneof o {" + Lines(n, i => $"int32 f{i} = {Number(i)};") + "} }",
        ["proto3 optional"] = n => "syntax = \"proto3\";" + Message(n, i => $"optional int32 f{i} = {Number(i)};"),
        ["numbers twice"] = n => Message(n, i => $"optional int32 f{i} = {i % 100 + 1};"),
        ["names twice"] = n => Message(n, i => $"optional int32 f{i % 100} = {Number(i)};"),
        ["unknown types"] = n => Message(n, i => $"optional Missing{i} f{i} = {Number(i)};"),
        ["reserved ranges"] = n => Message(n, i => $"reserved {Number(i) * 2};"),
        ["reserved names"] = n => Message(n, i => $"reserved \"r{i}\";"),
        ["extension ranges"] = n => Message(n, i => $"extensions {Number(i) * 2};"),
        ["extensions"] = n => "message M { extensions 1 to max; } extend M {" + Lines(n, i => $"optional int32 f{i} = {Number(i)};") + "}",
        ["messages"] = n => Lines(n, i => $"message M{i} {{ optional int32 f = 1; }}"),
        ["nested messages"] = n => Message(n, i => $"message M{i} {{ optional M{i} f = 1; }}"),
        ["messages of one name"] = n => Lines(n, i => $"message M {{ message N{i} {{ }} }}"),
        ["enum values"] = n => "enum E {" + Lines(n, i => $"V{i} = {i};") + "}",
        ["aliases"] = n => "enum E { option allow_alias = true;" + Lines(n, i => $"V{i} = {i % 10};") + "}",
        ["methods"] = n => "message M { } service S {" + Lines(n, i => $"rpc R{i}(M) returns (M);") + "}",
        ["options"] = n => Message(n, i => $"optional int32 f{i} = {Number(i)} [deprecated = true, json_name = \"j{i}\"];"),
        ["unknown options"] = n => Message(n, i => $"optional int32 f{i} = {Number(i)} [(missing.option{i}) = 1];"),
        ["comments"] = n => Lines(n * 10, i => $"// comment {i}") + "message M { }",
        ["detached comments"] = n => Lines(n * 2, i => $"// comment {i}\n\n") + "message M { }",
        ["a block comment"] = n => "/*" + Lines(n * 10, i => $" * comment {i}") + "*/ message M { }",
        ["a string of many"] = n => "option java_package = " + Lines(n, _ => "\"part\"") + ";",
        ["broken statements"] = n => Lines(n, i => $"message M{i} {{ int32 = ; }} }}"),
        ["open braces"] = n => Lines(n, _ => "message M {"),
        ["nothing but brackets"] = n => "message M { optional int32 f = 1 [" + Lines(n, _ => "(") + "] }",
    };

    public static TheoryData<string> Shapes => [.. SchemasByShape.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void TimeGrowsWithTheSize(string shape)
    {
        var small = SourceText.From(SchemasByShape[shape](2_500));
        var large = SourceText.From(SchemasByShape[shape](2_500 * Factor));
        var (fastSmall, fastLarge) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < Attempts && fastLarge > fastSmall * MaxRatio * (i > 1 ? 1 : 0); i++)
        {
            fastSmall = Math.Min(fastSmall, Time(small));
            fastLarge = Math.Min(fastLarge, Time(large));
        }

        Assert.True(fastLarge < fastSmall * MaxRatio, $"{shape}: {fastSmall:F1} ms, and {fastLarge:F1} ms for {Factor} times as much.");
    }

    [Fact]
    public void HundredMegabytesOfCommentsAreParsed()
    {
        var line = "// " + new string('x', 96) + "\n";
        var text = new StringBuilder(100_000_100);
        for (var i = 0; i < 1_000_000; i++) text.Append(line);

        var file = ProtoParser.Parse(
            "test.proto", SourceText.From(text.Append("message M { }").ToString()), new ParseOptions { RecordLocations = true });

        Assert.False(file.HasErrors);
    }

    private static double Time(SourceText text)
    {
        var watch = Stopwatch.StartNew();
        var parsed = ProtoParser.Parse("test.proto", text, new ParseOptions { RecordLocations = true });
        var linked = Linker.Link([parsed]).Files.Single(file => file.Name == "test.proto");
        if (linked is { File: { } file, HasErrors: false })
        {
            FileDescriptorSerializer.Serialize(file, DescriptorForm.DescriptorSet with { SourceInfo = true });
            MessagesEmitter.Emit(CSharpModelBuilder.Build(file, CSharpOptions.Default));
        }

        return watch.Elapsed.TotalMilliseconds;
    }

    private static string Message(int count, Func<int, string> line) => "message M {\n" + Lines(count, line) + "}";

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));

    /// <summary>Field numbers without those that are reserved for the library.</summary>
    private static int Number(int index) => index < 9_000 ? index + 1 : index + 20_000;
}
