using System.Text;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Descriptors;

/// <summary>Parses and links texts.</summary>
internal static class ProtoSources
{
    public static ParsedFile Parse(string name, string text) =>
        ProtoParser.Parse(name, SourceText.From(Encoding.UTF8.GetBytes(text)), ParseOptions.Default);

    public static FileDescriptor LinkOne(string text)
    {
        var result = Linker.Link([Parse("test.proto", text)]);
        Assert.Empty(result.Diagnostics);
        return result.Files[0].File!;
    }
}
