using Google.Protobuf;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Serialization;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;
using Reflection = Google.Protobuf.Reflection;

namespace ProtoGen.Compiler.Tests.Descriptors.Serialization;

/// <summary>
/// Checks that a Google.Protobuf without support for editions reads lowered descriptors with the same presence, packing and required
/// fields.
/// </summary>
public class LoweredFileTests
{
    private const string Explicit = """
        edition = "2023";
        message M {
          int32 a = 1; string s = 2 [default = "x", deprecated = true]; M m = 3; M d = 4 [features.message_encoding = DELIMITED];
          repeated int32 p = 5; repeated int32 e = 6 [features.repeated_field_encoding = EXPANDED]; repeated string t = 7;
          int32 must = 8 [features.field_presence = LEGACY_REQUIRED];
          oneof o { int32 x = 9; E y = 10; }
          map<string, int32> map = 11;
          extensions 100 to 200;
        }
        extend M { int32 ext = 100; repeated int32 exts = 101; }
        enum E { option features.enum_type = CLOSED; A = 3; }
        service S { rpc R(M) returns (stream M) { option deprecated = true; } }
        """;

    private const string Implicit = """
        edition = "2023";
        option features.field_presence = IMPLICIT;
        message M {
          int32 a = 1; string s = 2 [features.field_presence = EXPLICIT]; M m = 3; oneof o { int32 x = 4; }
          repeated int32 p = 5; repeated int32 e = 6 [features.repeated_field_encoding = EXPANDED];
          int32 _s = 7; int32 b = 8 [features.field_presence = EXPLICIT]; map<string, int32> map = 9;
        }
        enum E { A = 0; }
        """;

    [Theory]
    [InlineData(Explicit, "proto2")]
    [InlineData(Implicit, "proto3")]
    public void OldRuntimeSeesSameFields(string text, string syntax)
    {
        var file = Link(text);

        var bytes = FileDescriptorSerializer.Serialize(file, DescriptorForm.EmbeddedLowered);

        var read = Assert.Single(Reflection.FileDescriptor.BuildFromByteStrings([ByteString.CopyFrom(bytes)]));
        Assert.Equal(syntax, read.Syntax.ToString().ToLowerInvariant());
        foreach (var field in file.Messages[0].Fields) AssertSame(field, read.MessageTypes[0].FindFieldByNumber(field.Number));
    }

    [Fact]
    public void SyntheticOneofAvoidsUsedNames()
    {
        var file = Link(Implicit);

        Assert.Equal(["X_s", "_b"], LoweredFile.Of(file)!.GetSyntheticOneofs(file.Messages[0]));
    }

    [Theory]
    [InlineData("syntax = \"proto2\"; message M { required int32 a = 1; }")]
    [InlineData("syntax = \"proto3\"; message M { optional int32 a = 1; repeated int32 b = 2 [packed = false]; }")]
    public void FilesWithoutEditionsAreNotLowered(string text)
    {
        var file = Link(text);

        Assert.Equal(
            FileDescriptorSerializer.Serialize(file, DescriptorForm.Embedded),
            FileDescriptorSerializer.Serialize(file, DescriptorForm.EmbeddedLowered));
    }

    private static void AssertSame(FieldDescriptor expected, Reflection.FieldDescriptor actual)
    {
        Assert.Equal(expected.Name, actual.Name);
        Assert.Equal(expected.IsRequired, actual.IsRequired);
        Assert.Equal(expected.HasPresence, actual.HasPresence);
        Assert.Equal(expected.IsRepeated, actual.IsRepeated);
        Assert.Equal(expected.RealContainingOneof?.Name, actual.RealContainingOneof?.Name);
        if (expected is { IsRepeated: true, IsMap: false } && expected.Type is not (FieldType.String or FieldType.Message))
        {
            Assert.Equal(expected.IsPacked, actual.IsPacked);
        }
    }

    private static FileDescriptor Link(string text)
    {
        var result = Linker.Link([ProtoParser.Parse("test.proto", SourceText.From(text), ParseOptions.Default)]);
        Assert.False(result.HasErrors, string.Join("\n", result.Files.SelectMany(linked => linked.Diagnostics)));
        return result.Files.Single(linked => linked.Name == "test.proto").File!;
    }
}
