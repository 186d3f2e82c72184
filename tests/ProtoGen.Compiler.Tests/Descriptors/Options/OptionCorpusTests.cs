using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Serialization;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Tests.Diagnostics;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Descriptors.Options;

/// <summary>Compares options with protoc's: the diagnostics of invalid ones and the bytes of valid ones.</summary>
public class OptionCorpusTests
{
    public static TheoryData<string> Names => OptionCorpus.Names;

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void DiagnosticsMatchProtoc(string name)
    {
        var expected = Protoc.Compile(OptionCorpus.ReadAll(), [name]);

        var result = Link(name, recordLocations: false);

        Assert.Equal(expected.ErrorLines, DiagnosticText.Format(result.Diagnostics));
        Assert.Equal(expected.ExitCode != 0, result.HasErrors);
    }

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void BytesMatchProtoc(string name) => AssertSameBytes(name, new DescriptorForm(true, false, false));

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void BytesWithSourceInfoMatchProtoc(string name) =>
        AssertSameBytes(name, new DescriptorForm(true, false, true), "--include_source_info");

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Names))]
    public void BytesWithAllOptionsMatchProtoc(string name) =>
        AssertSameBytes(name, new DescriptorForm(true, true, false), "--retain_options");

    private static void AssertSameBytes(string name, DescriptorForm form, params string[] arguments)
    {
        var expected = Protoc.Compile(OptionCorpus.ReadAll(), [name], arguments);
        var result = Link(name, form.SourceInfo);
        if (expected.ExitCode != 0 || result.HasErrors) return;

        var file = result.Files.Single(candidate => candidate.Name == name).File!;
        var actual = DescriptorSetSerializer.Serialize([file], includeImports: false, form);

        Assert.Equal(Convert.ToHexString(expected.Descriptors), Convert.ToHexString(actual));
    }

    private static LinkResult Link(string name, bool recordLocations)
    {
        var options = new ParseOptions { RecordLocations = recordLocations };
        var files = OptionCorpus.ReadAll().Select(file => ProtoParser.Parse(file.Name, SourceText.From(file.Text), options)).ToArray();
        return Linker.Link(files, new LinkOptions { CommandLine = [name] });
    }
}
