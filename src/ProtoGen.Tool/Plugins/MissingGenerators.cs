using ProtoGen.Tool.CommandLine;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Plugins;

/// <summary>Reports a requested output language for which only protoc has a generator, unless there is a plugin for it.</summary>
internal static class MissingGenerators
{
    public static void Check(CommandLineOptions options)
    {
        foreach (var output in options.Outputs.Where(output => OutputDirective.IsBuiltInToProtoc(output.GeneratorName)))
        {
            var plugin = "protoc-gen-" + output.GeneratorName;
            if (!options.Plugins.ContainsKey(plugin) && !IsOnPath(plugin))
            {
                throw new ToolException(
                    $"{output.Flag}: protogenc has no built-in generator for this language. Specify a plugin with --plugin={plugin}=PATH, or add the folder of {plugin} to PATH.");
            }
        }
    }

    private static bool IsOnPath(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var fileName = OperatingSystem.IsWindows() ? program + ".exe" : program;
        return Array.Exists(folders, folder => File.Exists(Path.Combine(folder, fileName)));
    }
}
