using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Tests.Diagnostics;

namespace ProtoGen.Compiler.Tests.Descriptors;

/// <summary>What protoc says of whole files, ours says too: the same words, at the same places, in the same order.</summary>
public class LinkErrorTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string area in (string[])["imports", "names", "numbers", "fields", "features"])
                foreach (LinkCase linkCase in LinkCase.ReadAll(area)) data.Add(area, linkCase.Name);
            return data;
        }
    }

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Cases))]
    public void DiagnosticsMatchProtoc(string area, string name)
    {
        LinkCase linkCase = LinkCase.ReadAll(area).Single(candidate => candidate.Name == name);
        ProtocResult expected = Protoc.Compile(linkCase.Files, linkCase.Inputs);

        LinkResult result = linkCase.LinkAsCommandLine();

        Assert.Equal(expected.ErrorLines, DiagnosticText.Format(result.Diagnostics));
        Assert.Equal(expected.ExitCode != 0, result.HasErrors);
    }

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Cases))]
    public void DiagnosticsOfFileInProjectMatchProtoc(string area, string name)
    {
        LinkCase linkCase = LinkCase.ReadAll(area).Single(candidate => candidate.Name == name);
        string input = linkCase.Inputs[^1];
        ProtocResult expected = Protoc.Compile(linkCase.Files, [input]);

        LinkResult result = Linker.Link(linkCase.ParseFiles());

        LinkedFile file = result.Files.Single(candidate => candidate.Name == input);
        string[] actual = DiagnosticText.Format([.. file.Source.Diagnostics, .. file.Diagnostics]);
        Assert.Equal(expected.ErrorLines.Where(line => IsAbout(line, input)), actual.Where(line => IsAbout(line, input)));
        Assert.Equal(expected.ExitCode != 0, file.HasErrors);
    }

    private static bool IsAbout(string line, string file) => line.StartsWith(file + ":", StringComparison.Ordinal);
}
