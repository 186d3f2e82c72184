using Google.Protobuf;
using ProtoGen.Runtime.Tests.Generated;

namespace ProtoGen.Runtime.Tests;

/// <summary>Checks that no descriptor is built before it is used, because it is the largest cost at the start of a program.</summary>
public class StartUpTests
{
    private static readonly ProtoSource Imported = new("imported.proto", "syntax = \"proto3\"; package probe;");

    private static readonly ProtoSource Importing = new("importing.proto", """
        edition = "2023";
        package probe;
        import "imported.proto";
        message All {
          int32 number = 1;
          string text = 2 [default = "x"];
          repeated Kind kinds = 3;
          map<string, All> map = 4;
          oneof choice { All one = 5; bytes other = 6 [default = "y"]; }
          repeated All many = 7;
          All group = 8 [features.message_encoding = DELIMITED];
          extensions 100 to 200;
        }
        enum Kind { ZERO = 0; ONE = 1; }
        extend All { int32 extension = 100; }
        """);

    /// <summary>
    /// Replaces the reflection class of the imported file, without which the descriptor of the importing file cannot be built.
    /// </summary>
    private const string Probe = """
        namespace Probe {
          public static class ImportedReflection {
            public static bool WasAsked;
            public static Google.Protobuf.Reflection.FileDescriptor Descriptor { get { WasAsked = true; return null; } }
          }
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CreatingParsingAndWritingBuildNoDescriptor(bool hasRuntime)
    {
        var code = Load(hasRuntime);
        var type = code.Message("Probe.All");
        byte[] data = [8, 1, 18, 1, 65, 26, 1, 1, 34, 5, 10, 1, 66, 18, 0, 42, 2, 8, 2, 58, 2, 8, 3, 67, 8, 4, 68, 160, 6, 5];
        var message = type.Parse(data);
        Assert.Equal(data, type.ToByteArray(message));
        Assert.Equal(data, type.ToByteArray(type.Parser.ParseFrom(new MemoryStream(data))));
        Assert.Equal(data, MessageExtensions.ToByteArray(type.Clone(message)));
        Assert.Equal(message, type.Clone(message));
        Assert.Equal(message.GetHashCode(), type.Clone(message).GetHashCode());
        type.MergeFrom(message, type.Parse(data));
        Assert.False(WasAsked(code));
    }

    [Fact]
    public void ProbeDetectsBuiltDescriptor()
    {
        var code = Load(hasRuntime: true);
        Assert.ThrowsAny<Exception>(() => code.Message("Probe.All").Descriptor);
        Assert.True(WasAsked(code));
    }

    private static GeneratedCode Load(bool hasRuntime) => GeneratedCode.Load(
        "StartUp",
        [
            .. OurCode.Generate([Imported, Importing], hasRuntime)
                .Where(text => !text.Contains("class ImportedReflection", StringComparison.Ordinal)),
            Probe,
        ]);

    private static bool WasAsked(GeneratedCode code) => (bool)code.StaticField("Probe.ImportedReflection", "WasAsked")!;
}
