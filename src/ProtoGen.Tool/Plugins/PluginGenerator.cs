using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;
using ProtoGen.Tool.Generators;
using ProtoGen.Tool.Output;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Plugins;

/// <summary>Runs a generator that is a separate program.</summary>
/// <param name="name">The plugin's name, such as protoc-gen-go.</param>
/// <param name="path">The path of the plugin; null to search the PATH for its name.</param>
/// <param name="command">The command that runs the plugin, split at spaces; empty to run it directly.</param>
/// <param name="allowsAnyEdition">Whether to ignore which editions the plugin declares support for.</param>
/// <param name="errors">Receives the plugin's errors.</param>
internal sealed class PluginGenerator(
    string name, string? path, IReadOnlyList<string> command, bool allowsAnyEdition, ErrorStream errors) : IGenerator
{
    /// <summary>The generators that were once part of protoc and whose requests contain no JSON names.</summary>
    private static readonly HashSet<string> WithoutJsonNames =
    [
        "protoc-gen-cpp", "protoc-gen-java", "protoc-gen-mutable_java", "protoc-gen-python",
    ];

    public string? Generate(Generation generation, OutputFolder output)
    {
        var request = CodeGeneratorRequest.Serialize(generation, hasJsonNames: !WithoutJsonNames.Contains(name));
        string[] words = [.. command, path ?? name];
        if (PluginProcess.Run(words[0], words.Skip(1), request, errors, out var error) is not { } bytes)
        {
            return $"{name}: {error}";
        }

        if (CodeGeneratorResponse.Parse(bytes) is not { } response)
        {
            return $"{name}: Plugin output is unparseable: {BytesLiteral.Escape(bytes)}";
        }

        if (!TryAddFiles(response.Files, output))
        {
            return name + ": First file chunk returned by plugin did not specify a file name.";
        }

        var isSupported = new PluginSupport(name, response, allowsAnyEdition, errors).Check(generation.Files);
        return isSupported && response.Error.Length == 0 ? null : response.Error;
    }

    /// <summary>Adds the files of a response and joins parts of the same file. Returns false if the first part has no name.</summary>
    private static bool TryAddFiles(List<ResponseFile> files, OutputFolder output)
    {
        for (var i = 0; i < files.Count;)
        {
            var first = files[i++];
            if (first.Name.Length == 0 && first.InsertionPoint.Length == 0)
            {
                return false;
            }

            using var content = new MemoryStream();
            content.Write(first.Content);
            for (; i < files.Count && files[i].Name.Length == 0 && files[i].InsertionPoint.Length == 0; i++)
            {
                content.Write(files[i].Content);
            }

            if (first.InsertionPoint.Length > 0)
            {
                output.Insert(first.Name, first.InsertionPoint, content.ToArray());
            }
            else
            {
                output.Add(first.Name, content.ToArray());
            }
        }

        return true;
    }
}
