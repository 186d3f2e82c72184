using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Schema;

namespace ProtoGen.Compiler.Tests.Descriptors;

/// <summary>Checks the descriptors of valid files.</summary>
public class LinkedTreeTests
{
    [Fact]
    public void FullNamesIncludeScopes()
    {
        var file = ProtoSources.LinkOne(
            "syntax = \"proto2\"; package a.b; message M { message N { optional int32 f = 1; } enum E { V = 0; } oneof o { int32 x = 1; } extensions 5; } service S { rpc R(M) returns (M); }");
        var message = file.Messages[0];

        Assert.Equal("a.b.M.N.f", message.Messages[0].Fields[0].FullName);
        Assert.Equal("a.b.M.V", message.Enums[0].Values[0].FullName);
        Assert.Equal("a.b.M.o", message.Oneofs[0].FullName);
        Assert.Equal("a.b.M", message.ExtensionRanges[0].FullName);
        Assert.Equal("a.b.S.R", file.Services[0].Methods[0].FullName);
        Assert.Equal("test.proto", file.FullName);
    }

    [Fact]
    public void EditionsHaveDefaultFeatures()
    {
        var proto2 = ProtoSources.LinkOne("syntax = \"proto2\"; message M { repeated int32 f = 1; }").Messages[0].Fields[0];
        var proto3 = ProtoSources.LinkOne("syntax = \"proto3\"; message M { repeated int32 f = 1; }").Messages[0].Fields[0];
        var edition = ProtoSources.LinkOne("edition = \"2023\"; message M { int32 f = 1; }").Messages[0].Fields[0];

        Assert.False(proto2.IsPacked);
        Assert.True(proto3.IsPacked);
        Assert.True(edition.HasPresence);
        Assert.Equal(EnumType.Open, edition.Features.EnumType);
    }

    [Fact]
    public void FeaturesAreInherited()
    {
        var file = ProtoSources.LinkOne(
            "edition = \"2023\"; option features.field_presence = IMPLICIT; message M { int32 a = 1; int32 b = 2 [features.field_presence = EXPLICIT]; oneof o { int32 c = 3; } }");
        var fields = file.Messages[0].Fields;

        Assert.Equal([false, true, true], fields.Select(field => field.HasPresence));
        Assert.Equal(FieldPresence.Implicit, fields[2].Features.FieldPresence);
    }

    [Fact]
    public void DelimitedMessagesAreGroups()
    {
        var file = ProtoSources.LinkOne(
            "edition = \"2023\"; option features.message_encoding = DELIMITED; message M { M a = 1; map<int32, M> b = 2; M c = 3 [features.message_encoding = LENGTH_PREFIXED]; }");

        Assert.Equal([FieldType.Group, FieldType.Message, FieldType.Message], file.Messages[0].Fields.Select(field => field.Type));
    }

    [Fact]
    public void LegacyRequiredSetsLabel()
    {
        var field = ProtoSources.LinkOne(
            "edition = \"2023\"; message M { int32 a = 1 [features.field_presence = LEGACY_REQUIRED]; }").Messages[0].Fields[0];

        Assert.Equal(FieldLabel.Required, field.Label);
        Assert.True(field.IsRequired);
    }

    [Fact]
    public void DefaultsAreTyped()
    {
        var fields = ProtoSources.LinkOne(
            """
            syntax = "proto2";
            enum E { X = 0; Y = 1; }
            message M {
              optional int32 a = 1 [default = -5]; optional uint64 b = 2 [default = 18446744073709551615]; optional float c = 3 [default = 1.5];
              optional double d = 4 [default = -inf]; optional bool e = 5 [default = true]; optional string f = 6 [default = "é"];
              optional bytes g = 7 [default = "\001\"\n\xff"]; optional E h = 8 [default = Y]; optional E i = 9; optional string j = 10;
            }
            """).Messages[0].Fields;

        Assert.Equal(-5, fields[0].DefaultValue);
        Assert.Equal(ulong.MaxValue, fields[1].DefaultValue);
        Assert.Equal(1.5f, fields[2].DefaultValue);
        Assert.Equal(double.NegativeInfinity, fields[3].DefaultValue);
        Assert.Equal(true, fields[4].DefaultValue);
        Assert.Equal("é"u8.ToArray(), fields[5].DefaultValue);
        Assert.Equal((byte[])[1, (byte)'"', (byte)'\n', 0xff], fields[6].DefaultValue);
        Assert.Equal("Y", Assert.IsType<EnumValueDescriptor>(fields[7].DefaultValue).Name);
        Assert.Equal("X", Assert.IsType<EnumValueDescriptor>(fields[8].DefaultValue).Name);
        Assert.Equal(Array.Empty<byte>(), fields[9].DefaultValue);
    }

    [Fact]
    public void MapsAndSyntheticOneofsAreKnown()
    {
        var message = ProtoSources.LinkOne(
            "syntax = \"proto3\"; message M { map<string, M> a = 1; optional int32 b = 2; oneof c { int32 d = 3; } }").Messages[0];

        Assert.True(message.Fields[0].IsMap);
        Assert.Equal("AEntry", message.Fields[0].MessageType!.Name);
        Assert.Null(message.Fields[1].RealContainingOneof);
        Assert.Equal("c", message.Fields[2].RealContainingOneof!.Name);
        Assert.True(message.Oneofs[1].IsSynthetic);
    }

    [Fact]
    public void WellKnownFilesAreLinkedImplicitly()
    {
        var file = ProtoSources.LinkOne(
            "syntax = \"proto3\"; import \"google/protobuf/timestamp.proto\"; message M { google.protobuf.Timestamp t = 1; }");

        Assert.Equal("google.protobuf.Timestamp", file.Messages[0].Fields[0].MessageType!.FullName);
    }

    [Fact]
    public void DeepChainsOfImportsAreLinked()
    {
        var files = Enumerable.Range(0, 20_000).Select(i => ProtoSources.Parse(
            $"f{i}.proto",
            i == 0
                ? "syntax = \"proto3\"; message M0 {}"
                : $"syntax = \"proto3\"; import \"f{i - 1}.proto\"; message M{i} {{ M{i - 1} m = 1; }}"));

        var result = Linker.Link(files.Reverse().ToArray());

        Assert.False(result.HasErrors);
    }
}
