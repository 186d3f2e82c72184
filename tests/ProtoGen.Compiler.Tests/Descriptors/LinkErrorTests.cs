using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Tests.Diagnostics;

namespace ProtoGen.Compiler.Tests.Descriptors;

/// <summary>Compares the diagnostics for invalid files with protoc's: text, position and order.</summary>
public class LinkErrorTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var area in (string[])["imports", "names", "numbers", "fields", "features"])
                foreach (var linkCase in LinkCase.ReadAll(area)) data.Add(area, linkCase.Name);
            return data;
        }
    }

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Cases))]
    public void DiagnosticsMatchProtoc(string area, string name)
    {
        var linkCase = LinkCase.ReadAll(area).Single(candidate => candidate.Name == name);
        var expected = Protoc.Compile(linkCase.Files, linkCase.Inputs);

        var result = linkCase.LinkAsCommandLine();

        Assert.Equal(expected.ErrorLines, DiagnosticText.Format(result.Diagnostics));
        Assert.Equal(expected.ExitCode != 0, result.HasErrors);
    }

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Cases))]
    public void DiagnosticsOfFileInProjectMatchProtoc(string area, string name)
    {
        var linkCase = LinkCase.ReadAll(area).Single(candidate => candidate.Name == name);
        var input = linkCase.Inputs[^1];
        var expected = Protoc.Compile(linkCase.Files, [input]);

        var result = Linker.Link(linkCase.ParseFiles());

        var file = result.Files.Single(candidate => candidate.Name == input);
        var actual = DiagnosticText.Format([.. file.Source.Diagnostics, .. file.Diagnostics]);
        Assert.Equal(expected.ErrorLines.Where(line => IsAbout(line, input)), actual.Where(line => IsAbout(line, input)));
        Assert.Equal(expected.ExitCode != 0, file.HasErrors);
    }

    private static bool IsAbout(string line, string file) => line.StartsWith(file + ":", StringComparison.Ordinal);
}
