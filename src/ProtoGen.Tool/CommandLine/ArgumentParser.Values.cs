using ProtoGen.Compiler.Schema;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.CommandLine;

internal sealed partial class ArgumentParser
{
    private static char PathSeparator => OperatingSystem.IsWindows() ? ';' : ':';

    private void AddInput(string value)
    {
        if (value.Length == 0)
        {
            throw new ToolException(
                "You seem to have passed an empty string as one of the arguments to protogenc.  This is actually sort of hard to do.  "
                + "Congrats.  Unfortunately it is not valid input so the program is going to die now.");
        }

        _options.InputFiles.Add(value);
    }

    private void AddImportRoots(string value, ErrorStream errors)
    {
        foreach (var part in value.Split(PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            var root = equals < 0 ? new ImportRoot("", part) : new ImportRoot(part[..equals], part[(equals + 1)..]);
            if (root.DiskPath.Length == 0)
            {
                throw new ToolException("--proto_path passed empty directory name.  (Use \".\" for current directory.)");
            }

            if (!Path.Exists(root.DiskPath))
            {
                // The '=' may be part of the folder's name.
                if (Path.Exists(part))
                {
                    root = new ImportRoot("", part);
                }
                else
                {
                    errors.WriteLine(root.DiskPath + ": warning: directory does not exist.");
                }
            }

            _options.ImportRoots.Add(root);
        }
    }

    private void SetDescriptorSets(string name, string value)
    {
        if (_options.DescriptorSetsIn.Count > 0)
        {
            throw new ToolException(
                $"{name} may only be passed once. To specify multiple descriptor sets, pass them all as a single parameter separated by '{PathSeparator}'.");
        }

        CheckNotEmpty(name, value);
        CheckNotWith(name, "--dependency_out", _options.DependencyOut.Length > 0);
        _options.DescriptorSetsIn = value.Split(PathSeparator, StringSplitOptions.RemoveEmptyEntries);
    }

    private void AddPlugin(string value)
    {
        var equals = value.IndexOf('=');
        var name = equals < 0 ? value[(value.LastIndexOf('/') + 1)..] : value[..equals];
        _options.Plugins[name] = equals < 0 ? value : value[(equals + 1)..];
    }

    private void AddPluginCommand(string name, string value)
    {
        var plugin = "protoc-gen-" + name["--".Length..^"_prefix".Length];
        CheckOnce(name, _options.PluginCommands.ContainsKey(plugin));
        if (value.AsSpan().IndexOfAny('"', '\'') >= 0)
        {
            throw new ToolException(name + ": quotes are not supported in the value. Use a wrapper script for more complex invocations.");
        }

        var words = value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        CheckNotEmpty(name, string.Concat(words));
        _options.PluginCommands[plugin] = words;
    }

    private void SetPrintFreeNumbers(string name)
    {
        if (_options.Mode != ToolMode.Compile)
        {
            throw new ToolException($"Cannot use {name} and use --encode, --decode or print other info at the same time.");
        }

        if (_options.Outputs.Count > 0 || _options.DescriptorSetOut.Length > 0)
        {
            throw new ToolException($"Cannot use {name} and generate code or descriptors at the same time.");
        }

        _options.Mode = ToolMode.PrintFreeNumbers;
    }

    /// <summary>Returns the edition with a name; null for protoc's default and for <c>UNKNOWN</c>, which means the same.</summary>
    private static Edition? ParseEdition(string name, string value)
    {
        foreach (var edition in Enum.GetValues<Edition>())
        {
            if (EditionNames.ShortOf(edition) == value)
            {
                return edition == Edition.Unknown ? null : edition;
            }
        }

        throw new ToolException($"{name} unknown edition \"{value}\".");
    }

    private void CheckCompiles(string message)
    {
        if (_options.Mode != ToolMode.Compile)
        {
            throw new ToolException(message);
        }
    }

    private void AddOutput(string name, string value)
    {
        CheckCompiles("Cannot use --encode, --decode or print .proto info and generate code at the same time.");
        var colon = IsWindowsPath(value) ? -1 : value.IndexOf(':');
        _options.Outputs.Add(colon < 0
            ? new OutputDirective(name, "", value)
            : new OutputDirective(name, value[..colon], value[(colon + 1)..]));
    }

    private static bool IsWindowsPath(string value) =>
        OperatingSystem.IsWindows() && value.Length >= 3 && char.IsAsciiLetter(value[0]) && value[2] is '/' or '\\'
            && value.LastIndexOf(':') == 1;

    private static void CheckOnce(string name, string known) => CheckOnce(name, known.Length > 0);

    private static void CheckOnce(string name, bool isKnown)
    {
        if (isKnown)
        {
            throw new ToolException(name + " may only be passed once.");
        }
    }

    private static void CheckOnce(string name, HashSet<string>? known, string what)
    {
        if (known is not null)
        {
            throw new ToolException(
                $"{name} may only be passed once. To specify multiple {what}, pass them all as a single parameter separated by ':'.");
        }
    }

    private static void CheckNotWith(string name, string other, bool isOtherGiven)
    {
        if (isOtherGiven)
        {
            throw new ToolException($"{name} cannot be used with {other}.");
        }
    }

    private static string CheckNotEmpty(string name, string value) =>
        value.Length > 0 ? value : throw new ToolException(name + " requires a non-empty value.");

    /// <summary>Reports each <c>--NAME_opt</c> that has no generator.</summary>
    private void CheckParameters(ErrorStream errors)
    {
        var hasUnknown = false;
        foreach (var name in _options.GeneratorParameters.Keys.Order(StringComparer.Ordinal))
        {
            // protoc reads the options of stubs only from the flag --pyi_out itself.
            var isKnown = name is "csharp" or "python" or "grpc" || OutputDirective.IsBuiltInToProtoc(name)
                || _options.Plugins.ContainsKey("protoc-gen-" + name)
                || (name != "pyi" && _options.Outputs.Exists(output => output.GeneratorName == name));
            if (!isKnown)
            {
                errors.WriteLine($"Unknown flag: --{name}_opt");
                hasUnknown = true;
            }
        }

        if (hasUnknown)
        {
            throw new ToolException("") { EndsLine = false };
        }
    }

    private void CheckCombinations(ErrorStream errors)
    {
        var (hasFiles, hasSets) = (_options.InputFiles.Count > 0, _options.DescriptorSetsIn.Count > 0);
        if (_options.Codec is { IsRaw: true })
        {
            if (hasFiles || hasSets)
            {
                throw new ToolException("When using --decode_raw, no input files should be given.");
            }
        }
        else if (!hasFiles && !(hasSets && _options.Mode != ToolMode.Compile))
        {
            throw new ToolException("Missing input file.");
        }

        if (_options.Mode == ToolMode.Compile && _options.Outputs.Count == 0 && _options.DescriptorSetOut.Length == 0
            && _options.EditionDefaultsOut.Length == 0)
        {
            throw new ToolException("Missing output directives.");
        }

        if (_options.Mode != ToolMode.Compile && _options.DependencyOut.Length > 0)
        {
            throw new ToolException("Can only use --dependency_out=FILE when generating code.");
        }

        if (_options.DeterministicOutput && _options.Codec is not { IsEncoding: true })
        {
            throw new ToolException("Can only use --deterministic_output with --encode.");
        }

        CheckJson();
        if (_options.DependencyOut.Length > 0 && _options.InputFiles.Count > 1)
        {
            throw new ToolException("Can only process one input file when using --dependency_out=FILE.");
        }

        if (_options.DescriptorSetOut.Length > 0)
        {
            return;
        }

        WarnWithoutDescriptorSet(errors, "--include_imports", _options.IncludeImports);
        WarnWithoutDescriptorSet(errors, "--include_source_info", _options.IncludeSourceInfo);
        WarnWithoutDescriptorSet(errors, "--retain_options", _options.RetainOptions);
    }

    private static void WarnWithoutDescriptorSet(ErrorStream errors, string name, bool isGiven)
    {
        if (isGiven)
        {
            errors.WriteLine(name + " only makes sense when combined with --descriptor_set_out.");
        }
    }
}
