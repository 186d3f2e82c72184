using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Serialization;
using ProtoGen.Compiler.Serialization.Reading;
using ProtoGen.Compiler.Tests.Descriptors.Options;

namespace ProtoGen.Compiler.Tests.Descriptors.Serialization;

/// <summary>Checks that the files of protoc's descriptor sets link to the same descriptors.</summary>
public class DescriptorSetReaderTests
{
    public static TheoryData<string> Names => OptionCorpus.ValidNames;

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void DescriptorSetRoundTrips(string name)
    {
        string[] arguments = ["--include_imports", "--include_source_info", "--retain_options"];
        var expected = Protoc.Compile(OptionCorpus.ReadAll(), [name], arguments);
        Assert.Equal("", string.Join('\n', expected.ErrorLines.Where(line => !line.Contains("warning:", StringComparison.Ordinal))));

        Assert.True(DescriptorSetReader.TryRead(expected.Descriptors, out var files));
        var result = Linker.Link(files, new LinkOptions { CommandLine = [name] });

        var file = result.Files.Single(candidate => candidate.Name == name).File!;
        var form = new DescriptorForm(JsonNames: true, RetainOptions: true, SourceInfo: true);
        Assert.Equal(
            Convert.ToHexString(expected.Descriptors),
            Convert.ToHexString(DescriptorSetSerializer.Serialize([file], includeImports: true, form)));
    }

    [Theory]
    [InlineData(new byte[] { 0x0A, 0x05, 0x0A })]
    [InlineData(new byte[] { 0x0A, 0x02, 0x22, 0x7F })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x0B })]
    public void MalformedBytesAreRejected(byte[] bytes) => Assert.False(DescriptorSetReader.TryRead(bytes, out _));

    [OracleFact(Oracle.Protoc)]
    public void TruncatedSetsDoNotThrow()
    {
        var set = Protoc.Compile(OptionCorpus.ReadAll(), ["everywhere.proto"], "--include_source_info").Descriptors;
        for (var length = 0; length < set.Length; length++) DescriptorSetReader.TryRead(set[..length], out _);
    }
}
