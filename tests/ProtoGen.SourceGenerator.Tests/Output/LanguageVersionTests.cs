using Microsoft.CodeAnalysis.CSharp;
using ProtoGen.SourceGenerator.Tests.Driver;

namespace ProtoGen.SourceGenerator.Tests.Output;

public sealed class LanguageVersionTests
{
    // One file for each shape of member. protoc's output of them compiles with the same versions.
    private const string Proto = """
        syntax = "proto2";
        package demo;
        import "google/protobuf/wrappers.proto";
        import "google/protobuf/timestamp.proto";
        // A comment with x => y;
        message Ask {
          optional string text = 1 [default = "get => \"x\"; \\"];
          map<string, Ask> m = 2;
          map<int32, E> me = 22;
          repeated int32 n = 3;
          repeated E es = 23 [packed = true];
          optional bytes b = 4 [default = "a\"b"];
          extensions 100 to 200;
          optional double d = 6 [default = -inf];
          optional google.protobuf.Timestamp at = 7;
          required int64 r = 12;
          optional bool target = 13 [deprecated = true];
          oneof o { string s = 8; Ask a = 9; E e = 10; google.protobuf.StringValue ow = 14; bytes ob = 15; double od = 16; }
          optional google.protobuf.Int32Value w = 11;
          optional google.protobuf.BytesValue wb = 17;
          repeated google.protobuf.FloatValue ws = 18;
          optional group G = 20 { optional int32 x = 1; }
          repeated group Gs = 21 { optional int32 x = 1; }
          extend Ask { optional string inner = 102 [default = "=>"]; }
          enum E { ZERO = 0; ONE = 1; }
        }
        message Answer { repeated Ask asks = 2; }
        message Empty { }
        extend Ask { optional int32 ext = 100; repeated Answer exts = 101; }
        """;

    private const string Services = """
        syntax = "proto3";
        package demo;
        message Text { string text = 1; optional int32 number = 2; bool get = 3; }
        // Says
        service Talk {
          // Once => once
          rpc Say(Text) returns (Text);
          rpc Listen(stream Text) returns (stream Text) { option deprecated = true; }
          rpc Up(stream Text) returns (Text);
          rpc Down(Text) returns (stream Text);
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp3)]
    [InlineData(LanguageVersion.CSharp4)]
    [InlineData(LanguageVersion.CSharp5)]
    [InlineData(LanguageVersion.CSharp6)]
    [InlineData(LanguageVersion.CSharp7)]
    [InlineData(LanguageVersion.CSharp7_1)]
    [InlineData(LanguageVersion.CSharp7_2)]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    public void MessagesCompileWithEachVersionThatProtocsOutputNeeds(LanguageVersion version)
    {
        foreach (var options in Options)
        {
            var run = Create(version, options).Add("a.proto", Proto).Run();
            Assert.Empty(run.Diagnostics);
            run.Compile();
        }
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp4)]
    [InlineData(LanguageVersion.CSharp5)]
    [InlineData(LanguageVersion.CSharp6)]
    [InlineData(LanguageVersion.CSharp7)]
    [InlineData(LanguageVersion.CSharp7_2)]
    [InlineData(LanguageVersion.CSharp7_3)]
    public void ServicesCompileWithEachVersionThatThePluginsOutputNeeds(LanguageVersion version)
    {
        foreach (var options in Options)
        {
            var run = Create(version, options).Add("a.proto", Services).Run();
            Assert.Empty(run.Diagnostics);
            run.Compile();
        }
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp6, false)]
    [InlineData(LanguageVersion.CSharp7, true)]
    public void MessagesCallTheRuntimeFromVersion7On(LanguageVersion version, bool expected) => Assert.Equal(
        expected,
        Create(version, BuildOptions.Default).Add("a.proto", Services).Run().Files["a.Messages.g.cs"]
            .Contains("using pgr =", StringComparison.Ordinal));

    [Fact]
    public void VersionBefore3IsReported() => Assert.Contains(
        "error PG4013: The generated code needs C# 3 or newer. Raise or remove LangVersion.",
        Create(LanguageVersion.CSharp2, BuildOptions.Default).Add("a.proto", "syntax = \"proto3\"; message A { }").Run().Diagnostics);

    private static BuildOptions[] Options =>
    [
        BuildOptions.Default,
        BuildOptions.Default.WithProperty("ProtoGenSpanPath", "false"),
        BuildOptions.Default.WithProperty("_ProtoGenHidesRuntime", "true"),
    ];

    private static Project Create(LanguageVersion version, BuildOptions options) => new(options, parse: new CSharpParseOptions(version));
}
