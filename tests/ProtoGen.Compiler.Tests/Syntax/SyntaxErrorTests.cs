using System.Text;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Tests.Diagnostics;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Syntax;

/// <summary>Compares the diagnostics for files with syntax errors with protoc's: text, position and order.</summary>
public class SyntaxErrorTests
{
    public static TheoryData<string> TokenErrors => [.. SyntaxErrorCases.Tokens];

    public static TheoryData<string> FileErrors => [.. SyntaxErrorCases.Files];

    public static TheoryData<string> MessageErrors => [.. SyntaxErrorCases.Messages];

    public static TheoryData<string> FieldErrors => [.. SyntaxErrorCases.Fields];

    public static TheoryData<string> OptionErrors => [.. SyntaxErrorCases.Options];

    public static TheoryData<string> RangeErrors => [.. SyntaxErrorCases.Ranges];

    public static TheoryData<string> EnumAndServiceErrors => [.. SyntaxErrorCases.EnumsAndServices];

    public static TheoryData<string> Recoveries => [.. SyntaxErrorCases.Recoveries];

    [OracleTheory(Oracle.Protoc)]
    [MemberData(nameof(TokenErrors))]
    [MemberData(nameof(FileErrors))]
    [MemberData(nameof(MessageErrors))]
    [MemberData(nameof(FieldErrors))]
    [MemberData(nameof(OptionErrors))]
    [MemberData(nameof(RangeErrors))]
    [MemberData(nameof(EnumAndServiceErrors))]
    [MemberData(nameof(Recoveries))]
    public void ErrorsMatchProtoc(string text)
    {
        // A case stands for bytes: one char each.
        var bytes = Encoding.Latin1.GetBytes(text);
        var expected = Protoc.Compile([("test.proto", bytes)], ["test.proto"]);

        var actual = ProtoParser.Parse("test.proto", SourceText.From(bytes));

        Assert.NotEqual(0, expected.ExitCode);
        Assert.True(actual.HasErrors);
        Assert.Equal(expected.ErrorLines, DiagnosticText.Format(actual.Diagnostics));
    }
}
