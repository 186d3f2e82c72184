using System.Text;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Serialization;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Descriptors.Options;

/// <summary>Checks that deeply nested options do not overflow the stack, and that many options of one element are compiled.</summary>
public class HostileOptionTests
{
    private const int Depth = 10_000;

    private const string Definitions = """
        syntax = "proto2";
        import "google/protobuf/descriptor.proto";
        message Leaf { optional Leaf leaf = 1; repeated int32 n = 2; reserved "gone"; extensions 100 to 200; }
        extend google.protobuf.FileOptions { optional Leaf leaf = 50000; repeated int32 number = 50001; }

        """;

    [Fact]
    public void DeepAggregatesDoNotOverflowTheStack() =>
        SmallStack.Run(() => AssertCompiles($"option (leaf) = {Nested("leaf")};"));

    [Fact]
    public void DeepReservedFieldsDoNotOverflowTheStack() =>
        SmallStack.Run(() => AssertCompiles($"option (leaf) = {{ gone {Nested("a")} }};"));

    [Fact]
    public void DeepTypesDoNotOverflowTheStack()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Depth; i++) text.Append($"message M{i} {{ optional M{i + 1} m = 1; }}\n");
        text.Append($"message M{Depth} {{ }}\nextend google.protobuf.FileOptions {{ optional M0 deep = 50002; }}\noption (deep) = {{ }};");

        SmallStack.Run(() => AssertCompiles(text.ToString()));
    }

    [Fact]
    public void FiftyThousandOptionsOfOneElementAreCompiled() =>
        AssertCompiles(string.Concat(Enumerable.Range(0, 50_000).Select(i => $"option (number) = {i};\n")));

    private static string Nested(string name)
    {
        var text = new StringBuilder("{");
        for (var i = 0; i < Depth; i++) text.Append(' ').Append(name).Append(" {");
        return text.Append('}', Depth + 1).ToString();
    }

    private static void AssertCompiles(string text)
    {
        var file = ProtoParser.Parse("test.proto", SourceText.From(Definitions + text), ParseOptions.Default);
        var linked = Linker.Link([file]).Files.Single(candidate => candidate.Name == "test.proto");
        Assert.False(linked.HasErrors, string.Join("\n", linked.Diagnostics.Concat(file.Diagnostics)));
        Assert.NotEmpty(FileDescriptorSerializer.Serialize(linked.File!, DescriptorForm.DescriptorSet));
    }
}
