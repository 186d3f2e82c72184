using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Tests.Emit;

/// <summary>Compares the whole output for small files with snapshots. Set PROTOGEN_UPDATE=1 to accept new output.</summary>
public class GoldenTests
{
    [Theory]
    [InlineData("hostile.proto", false)]
    [InlineData("editions.proto", false)]
    [InlineData("editions.proto", true)]
    [InlineData("editions.proto", true, true)]
    [InlineData("imports_only.proto", false)]
    public void OutputMatchesSnapshot(string proto, bool hasRuntime, bool isAnnotated = false)
    {
        var options = CSharpOptions.Default with { HasRuntime = hasRuntime, NullableAnnotations = isAnnotated };
        var actual = Generated.FromFiles(Generated.Protos.Select(file => (file.Key, file.Value)), options)[proto];
        Snapshot.Match(
            actual, $"{Path.GetFileNameWithoutExtension(proto)}{(hasRuntime ? ".runtime" : "")}{(isAnnotated ? ".annotated" : "")}");
    }
}
