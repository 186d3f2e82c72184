namespace ProtoGen.Differential.Api;

/// <summary>Runs protoc and grpc_csharp_plugin to generate C#.</summary>
/// <param name="importPath">The folders that import names start from.</param>
/// <param name="withServices">
/// Whether grpc_csharp_plugin runs. It rejects files of edition 2026, whose messages are generated without it.
/// </param>
internal sealed class ProtocCSharp(IReadOnlyList<string> importPath, bool withServices)
{
    private const string SourceLine = "//     source: ";

    /// <summary>Returns the messages and services of each file, by the file's name; null if protoc rejects a file.</summary>
    public Dictionary<string, (string? Messages, string? Services)>? Generate(IReadOnlyList<string> files)
    {
        var folder = Directory.CreateTempSubdirectory("protogen-api-");
        try
        {
            return Run(folder.FullName, files) ? Collect(folder.FullName) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private bool Run(string folder, IReadOnlyList<string> files)
    {
        var messages = Directory.CreateDirectory(Path.Combine(folder, "messages")).FullName;
        var services = Directory.CreateDirectory(Path.Combine(folder, "services")).FullName;
        var arguments = Path.Combine(folder, "arguments");
        string[] plugin = ["--plugin=protoc-gen-grpc=" + Protoc.GrpcCSharpPlugin, "--grpc_out=" + services, "--grpc_opt=base_namespace="];
        File.WriteAllLines(arguments, [
            .. importPath.Select(folder => "-I" + folder),
            "--csharp_out=" + messages, "--csharp_opt=base_namespace=",
            .. withServices ? plugin : [], .. files]);
        return Protoc.Run(folder, ["@" + arguments]).ExitCode == 0;
    }

    private static Dictionary<string, (string? Messages, string? Services)> Collect(string folder)
    {
        var result = new Dictionary<string, (string? Messages, string? Services)>();
        foreach ((var name, var text) in Texts(Path.Combine(folder, "messages"))) result[name] = (text, null);
        foreach ((var name, var text) in Texts(Path.Combine(folder, "services"))) result[name] = (result[name].Messages, text);
        return result;
    }

    private static IEnumerable<(string Name, string Text)> Texts(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(path);
            var at = text.IndexOf(SourceLine, StringComparison.Ordinal);
            if (at < 0) continue;
            at += SourceLine.Length;
            yield return (text[at..text.IndexOf('\n', at)].TrimEnd('\r'), text);
        }
    }
}
