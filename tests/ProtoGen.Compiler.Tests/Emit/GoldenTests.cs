using System.Runtime.CompilerServices;
using ProtoGen.Compiler.CSharp;

namespace ProtoGen.Compiler.Tests.Emit;

/// <summary>The whole text for small files. <c>PROTOGEN_UPDATE=1</c> rewrites what stands beside this file.</summary>
public class GoldenTests
{
    [Theory]
    [InlineData("hostile.proto", false)]
    [InlineData("editions.proto", false)]
    [InlineData("editions.proto", true)]
    [InlineData("imports_only.proto", false)]
    public void TheOutputIsAsItWas(string proto, bool hasRuntime)
    {
        var options = CSharpOptions.Default with { HasRuntime = hasRuntime };
        string actual = Generated.FromFiles(Generated.Protos.Select(file => (file.Key, file.Value)), options)[proto];
        string name = $"{nameof(GoldenTests)}.{Path.GetFileNameWithoutExtension(proto)}{(hasRuntime ? ".runtime" : "")}.verified.cs";
        string path = Path.Combine(Folder(), "Golden", name);
        if (Environment.GetEnvironmentVariable("PROTOGEN_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
