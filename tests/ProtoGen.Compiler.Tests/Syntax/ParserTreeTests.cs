using System.Text;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Syntax;

public class ParserTreeTests
{
    [Fact]
    public void FileWithoutSyntaxLineIsProto2()
    {
        var file = Parse("message A { optional int32 a = 1; }");
        Assert.Equal(("", Edition.Proto2), (file.Syntax, file.Edition));
    }

    [Fact]
    public void EditionIsStoredAsInDescriptorProto()
    {
        var file = Parse("edition = \"2024\";");
        Assert.Equal(("editions", Edition.Edition2024), (file.Syntax, file.Edition));
    }

    [Theory]
    [InlineData("foo_bar", "FooBarEntry")]
    [InlineData("_x", "XEntry")]
    [InlineData("fooBAR9a_9b", "FooBAR9a9bEntry")]
    public void MapFieldDeclaresEntryMessage(string field, string entry)
    {
        var message = Parse(
            $"syntax = \"proto3\"; message A {{ map<string, B.C> {field} = 1 [features.x = Y, deprecated = true]; }}").Messages[0];
        var made = Assert.Single(message.Messages);
        Assert.True(made.IsMapEntry);
        Assert.Equal((entry, entry), (made.Name.Text, message.Fields[0].TypeName));
        Assert.Equal(["key", "value"], made.Fields.Select(part => part.Name.Text));
        Assert.Equal((FieldType.String, "B.C"), (made.Fields[0].Type, made.Fields[1].TypeName));
        Assert.All(made.Fields, part => Assert.Equal("features", Assert.Single(part.Options).NameParts[0].Text));
    }

    [Fact]
    public void SyntheticOneofsComeLastAndAvoidUsedNames()
    {
        const string Text =
            "syntax = \"proto3\"; message A { optional int32 a = 1; oneof b { int32 c = 2; } optional int32 _a = 3; int32 X_a = 4; }";
        var message = Parse(Text).Messages[0];
        Assert.Equal(["b", "XX_a", "XXX_a"], message.Oneofs.Select(oneof => oneof.Name.Text));
        Assert.Equal([1, 0, 2, -1], message.Fields.Select(field => field.OneofIndex));
    }

    [Fact]
    public void TypeNamesHaveNoBlanks()
    {
        var message = Parse("syntax = \"proto3\"; message A { .a . b.c x = 1; a.b /* c */ . d y = 2; . e z = 3; g.h w = 4; }").Messages[0];
        Assert.Equal([".a.b.c", "a.b.d", ".e", "g.h"], message.Fields.Select(field => field.TypeName));
    }

    [Fact]
    public void GroupDeclaresMessageAndLowerCaseField()
    {
        var message = Parse("message A { repeated group MyGroup = 1 { optional int32 a = 2; } }").Messages[0];
        Assert.Equal(
            ("mygroup", "MyGroup", FieldType.Group), (message.Fields[0].Name.Text, message.Fields[0].TypeName, message.Fields[0].Type));
        Assert.Equal("MyGroup", Assert.Single(message.Messages).Name.Text);
    }

    [Theory]
    [InlineData("", 536870912)]
    [InlineData("option message_set_wire_format = true;", int.MaxValue)]
    public void ToMaxDependsOnMessageSets(string option, int end)
    {
        var message = Parse($"message A {{ extensions 4 to max; reserved 2 to 3; {option} }}").Messages[0];
        Assert.Equal((4, end), (message.ExtensionRanges[0].Start, message.ExtensionRanges[0].End));
        Assert.Equal((2, 4), (message.ReservedRanges[0].Start, message.ReservedRanges[0].End));
    }

    [Theory]
    [InlineData("int32", "-0x10", "-16")]
    [InlineData("uint64", "0777", "511")]
    [InlineData("double", "0.10", "0.1")]
    [InlineData("double", "-inf", "-inf")]
    [InlineData("float", "18446744073709551616", "1.8446744073709552e+19")]
    [InlineData("bool", "true", "true")]
    [InlineData("string", "'a' \"b\\n\"", "ab\n")]
    [InlineData("bytes", "'\\0\\xff\"\\t'", "\\000\\377\\\"\\t")]
    [InlineData("E", "VALUE", "VALUE")]
    public void DefaultValuesAreCanonical(string type, string value, string expected) =>
        Assert.Equal(expected, Parse($"message A {{ optional {type} a = 1 [default = {value}]; }}").Messages[0].Fields[0].DefaultValue);

    [Theory]
    [InlineData("\"\\a\\b\\f\\n\\r\\t\\v\\\\\\'\\\"\\?\"", "\a\b\f\n\r\t\v\\'\"?")]
    [InlineData("'\\1\\12\\1234\\x4\\x411'", "\u0001\nS4\u0004A1")]
    [InlineData("'\\u00e9\\U0001F600\\ud83d\\ude00'", "é😀😀")]
    [InlineData("'\\U001fffff'", "\\U001fffff")]
    public void EscapesAreResolved(string literal, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Parse($"option a = {literal};").Options[0].Bytes));

    [Fact]
    public void AggregateIsTextWithCommentsAsBlanks()
    {
        var option = Parse("option (a).b = { x:1 /* c */ y { z: 'q' } # d // e\n [a.b]:-1 };").Options[0];
        Assert.Equal((OptionValueKind.Aggregate, " x:1 y { z: 'q' } # d\n[a.b]:-1"), (option.Kind, option.Text));
        Assert.Equal([("a", true), ("b", false)], option.NameParts.Select(part => (part.Text, part.IsExtension)));
    }

    [Fact]
    public void OptionsOfRangeStatementAreCopiedWithOneLocation()
    {
        var message = Parse("message A { extensions 1, 2 to 3 [(a) = 1]; }").Messages[0];
        Assert.All(message.ExtensionRanges, range => Assert.Equal(1UL, Assert.Single(range.Options).UnsignedValue));
        Assert.NotEqual(0, message.ExtensionRanges[0].Options[0].NameSpan.Length);
        Assert.Equal(0, message.ExtensionRanges[1].Options[0].NameSpan.Length);
    }

    private static FileNode Parse(string text)
    {
        var parsed = ProtoParser.Parse("a.proto", SourceText.From(text));
        Assert.Empty(parsed.Diagnostics);
        return parsed.File;
    }
}
