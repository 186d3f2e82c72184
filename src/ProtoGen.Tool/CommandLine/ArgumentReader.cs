using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.CommandLine;

/// <summary>
/// Splits arguments as protoc does: flags with one or two dashes, values after '=' or in the next argument, argument files.
/// </summary>
internal static class ArgumentReader
{
    private static readonly HashSet<string> FlagsWithoutValue =
    [
        "-h", "--help", "--version", "--notices", "--disallow_services", "--include_imports", "--include_source_info", "--retain_options",
        "--decode_raw", "--json", "--experimental_editions", "--print_free_field_numbers", "--experimental_allow_proto3_optional",
        "--deterministic_output", "--unsafe_allow_out_dir_escape", "--fatal_warnings",
    ];

    /// <summary>Replaces each <c>@file</c> with the lines of the file.</summary>
    public static List<string> Expand(IReadOnlyList<string> arguments)
    {
        var expanded = new List<string>();
        foreach (var argument in arguments)
        {
            if (!argument.StartsWith('@'))
            {
                expanded.Add(argument);
                continue;
            }

            var path = argument[1..];
            if (!File.Exists(path))
            {
                throw new ToolException("Failed to open argument file: " + path);
            }

            expanded.AddRange(File.ReadAllText(path).TrimEnd('\n').Split('\n'));
        }

        return expanded;
    }

    /// <summary>Returns names and values in order. An input file has an empty name.</summary>
    public static IEnumerable<(string Name, string Value)> Read(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            (var name, var value) = Split(arguments[i]);
            if (value is null && !FlagsWithoutValue.Contains(name))
            {
                if (i + 1 == arguments.Count || arguments[i + 1].StartsWith('-'))
                {
                    var hint = name == "--decode" ? "\nTo decode an unknown message, use --decode_raw." : "";
                    throw new ToolException("Missing value for flag: " + name + hint);
                }

                value = arguments[++i];
            }

            yield return (name, value ?? "");
        }
    }

    private static (string Name, string? Value) Split(string argument)
    {
        if (!argument.StartsWith('-') || argument == "-")
        {
            return ("", argument);
        }

        if (argument.StartsWith("--", StringComparison.Ordinal))
        {
            var equals = argument.IndexOf('=');
            return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
        }

        return (argument[..2], argument.Length > 2 ? argument[2..] : null);
    }
}
