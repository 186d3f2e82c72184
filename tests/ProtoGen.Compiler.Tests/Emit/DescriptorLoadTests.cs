using System.Reflection;
using System.Runtime.Loader;
using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Tests.Emit;

/// <summary>Checks that generated code works with each version of Google.Protobuf, whichever editions that supports.</summary>
public class DescriptorLoadTests
{
    private const string Body = """
        package p;
        message M { int32 plain = 1 [features.field_presence = IMPLICIT]; int32 present = 2; repeated E list = 3; oneof pick { M a = 4; string b = 5; } }
        enum E { E_ZERO = 0; E_ONE = 1; }
        """;

    [Theory]
    [InlineData("2023", "3.25.1")]
    [InlineData("2024", "3.25.1")]
    [InlineData("2026", "3.25.1")]
    [InlineData("2023", "3.30.2")]
    [InlineData("2024", "3.30.2")]
    [InlineData("2026", "3.30.2")]
    [InlineData("2023", "3.36.2")]
    [InlineData("2024", "3.36.2")]
    [InlineData("2026", "3.36.2")]
    public void EditionLoadsAndKeepsItsPresence(string edition, string version)
    {
        var protobuf = RestoredPackages.PathTo("google.protobuf", version, "lib/netstandard2.0/Google.Protobuf.dll");
        var options = CSharpOptions.Default with { GoogleProtobuf = Version.Parse(version) };
        var code = Generated.FromFiles([("m.proto", $"edition = \"{edition}\";\n{Body}")], options);
        var project = new UserProject("net10.0", default, default, HasRuntime: false) { ProtobufPath = protobuf };
        using var image = new MemoryStream();
        var result = project.Compilation(code.Values).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));

        var context = new AssemblyLoadContext($"{edition} on {version}", isCollectible: true);
        context.LoadFromAssemblyPath(protobuf);
        image.Position = 0;
        var type = context.LoadFromStream(image).GetType("P.M", throwOnError: true)!;
        dynamic descriptor = type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        dynamic message = Activator.CreateInstance(type)!;
        message.Present = 0;
        message.B = "b";
        string json = message.ToString();

        Assert.Equal("p.M", (string)descriptor.FullName);
        Assert.False((bool)descriptor.FindFieldByName("plain").HasPresence);
        Assert.True((bool)descriptor.FindFieldByName("present").HasPresence);
        Assert.Equal("{ \"present\": 0, \"b\": \"b\" }", json);
        context.Unload();
    }
}
