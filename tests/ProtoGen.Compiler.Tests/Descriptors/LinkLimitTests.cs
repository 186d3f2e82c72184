using System.Text;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Tests.Diagnostics;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Descriptors;

/// <summary>Compares the limits on lengths of names and on counts with protoc's.</summary>
public class LinkLimitTests
{
    private static readonly string LongName = new('a', 66000);

    public static TheoryData<string, string> Texts => new()
    {
        { "message", $"message M{LongName} {{ int32 x = 1; }}" },
        { "field", $"message M {{ int32 x{LongName} = 1; }}" },
        { "oneof", $"message M {{ oneof o{LongName} {{ int32 x = 1; }} }}" },
        { "enum", $"enum E{LongName} {{ E_X = 0; }}" },
        { "enum value", $"enum E {{ E_X = 0; X{LongName} = 1; }}" },
        { "service", $"service S{LongName} {{}}" },
        { "method", $"message M {{}} service S {{ rpc F{LongName}(M) returns (M); }}" },
        { "reserved name", $"message M {{ reserved \"n{LongName}\"; }}" },
        { "reserved enum name", $"enum E {{ E_X = 0; reserved \"n{LongName}\"; }}" },
        {
            "fields",
            $"message M {{ {string.Concat(Enumerable.Range(1, 66000).Select(i => $"int32 f{i} = {(i < 19000 ? i : i + 1000)};"))} }}"
        },
    };

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(Texts))]
    public void DiagnosticsMatchProtoc(string what, string text)
    {
        Assert.NotEmpty(what);
        text = "syntax = \"proto3\"; " + text;
        var expected = Protoc.Compile(text);
        var file = ProtoParser.Parse("test.proto", SourceText.From(Encoding.UTF8.GetBytes(text)), ParseOptions.Default);

        var result = Linker.Link([file]);

        Assert.Equal(expected.ErrorLines, DiagnosticText.Format(result.Diagnostics));
    }
}
