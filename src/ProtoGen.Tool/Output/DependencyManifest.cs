using System.Text;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Output;

/// <summary>Writes a rule for make with the output files and the files on which they depend.</summary>
internal static class DependencyManifest
{
    public static void Write(string path, IReadOnlyList<string> outputs, IReadOnlyList<string> inputs)
    {
        var text = outputs.Count == 0 ? "" : $"{string.Join(" \\\n", outputs)}: {string.Join("\\\n ", inputs)}";
        try
        {
            File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}: {SystemErrorText.Describe(e, path)}");
        }
    }
}
