using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.CommandLine;

/// <summary>Parses arguments into options and reports errors with protoc's texts.</summary>
internal sealed partial class ArgumentParser
{
    private readonly CommandLineOptions _options = new();

    /// <summary>Gets the text to print instead of compiling; null to compile.</summary>
    public string? Information { get; private set; }

    /// <summary>Parses all arguments. It stops at <c>--help</c> or <c>--version</c>.</summary>
    public CommandLineOptions Parse(IReadOnlyList<string> arguments, ErrorStream errors)
    {
        var expanded = ArgumentReader.Expand(arguments);
        if (expanded.Count == 0)
        {
            Information = HelpText.Text;
            return _options;
        }

        foreach ((var name, var value) in ArgumentReader.Read(expanded))
        {
            Interpret(name, value, errors);
            if (Information is not null)
            {
                return _options;
            }
        }

        CheckParameters(errors);
        if (_options.ImportRoots.Count == 0 && _options.DescriptorSetsIn.Count == 0)
        {
            _options.ImportRoots.Add(new ImportRoot("", "."));
        }

        CheckCombinations(errors);
        return _options;
    }

    private void Interpret(string name, string value, ErrorStream errors)
    {
        switch (name)
        {
            case "":
                AddInput(value);
                break;
            case "-I" or "--proto_path":
                AddImportRoots(value, errors);
                break;
            case "-h" or "--help":
                Information = HelpText.Text;
                break;
            case "--version":
                Information = HelpText.Version;
                break;
            case "-o" or "--descriptor_set_out":
                CheckOnce(name, _options.DescriptorSetOut);
                CheckNotEmpty(name, value);
                CheckCompiles("Cannot use --encode or --decode and generate descriptors at the same time.");
                _options.DescriptorSetOut = value;
                break;
            case "--dependency_out":
                CheckOnce(name, _options.DependencyOut);
                CheckNotWith(name, "--descriptor_set_in", _options.DescriptorSetsIn.Count > 0);
                _options.DependencyOut = CheckNotEmpty(name, value);
                break;
            case "--descriptor_set_in":
                SetDescriptorSets(name, value);
                break;
            case "--plugin":
                AddPlugin(value);
                break;
            case "--error_format":
                _options.ErrorFormat = value switch
                {
                    "gcc" => ErrorFormat.Gcc,
                    "msvs" => ErrorFormat.Msvs,
                    _ => throw new ToolException("Unknown error format: " + value),
                };
                break;
            default:
                if (!InterpretSwitch(name) && !InterpretCodec(name, value) && !InterpretDependencies(name, value)
                    && !InterpretEditionDefaults(name, value))
                {
                    InterpretGenerator(name, value);
                }

                break;
        }
    }

    private bool InterpretSwitch(string name)
    {
        switch (name)
        {
            case "--include_imports":
                CheckOnce(name, _options.IncludeImports);
                _options.IncludeImports = true;
                return true;
            case "--include_source_info":
                CheckOnce(name, _options.IncludeSourceInfo);
                _options.IncludeSourceInfo = true;
                return true;
            case "--retain_options":
                CheckOnce(name, _options.RetainOptions);
                _options.RetainOptions = true;
                return true;
            case "--fatal_warnings":
                CheckOnce(name, _options.FatalWarnings);
                _options.FatalWarnings = true;
                return true;
            case "--disallow_services":
                _options.DisallowServices = true;
                return true;
            case "--unsafe_allow_out_dir_escape":
                _options.AllowOutputEscape = true;
                return true;
            case "--experimental_editions":
                _options.AllowAnyEdition = true;
                return true;
            case "--print_free_field_numbers":
                SetPrintFreeNumbers(name);
                return true;
            case "--notices":
                throw new ToolException(name + " is not supported by protogenc; use protoc for it.");
            default:
                return name is "--experimental_allow_proto3_optional" or "--enable_codegen_trace";
        }
    }

    private bool InterpretDependencies(string name, string value)
    {
        switch (name)
        {
            case "--direct_dependencies":
                CheckOnce(name, _options.DirectDependencies, "direct dependencies");
                _options.DirectDependencies = [.. value.Split(':', StringSplitOptions.RemoveEmptyEntries)];
                return true;
            case "--direct_dependencies_violation_msg":
                _options.DirectDependenciesMessage = value;
                return true;
            case "--option_dependencies":
                CheckOnce(name, _options.OptionDependencies, "option dependencies");
                _options.OptionDependencies = [.. value.Split(':', StringSplitOptions.RemoveEmptyEntries)];
                return true;
            case "--option_dependencies_violation_msg":
                _options.OptionDependenciesMessage = value;
                return true;
            default:
                return false;
        }
    }

    private bool InterpretEditionDefaults(string name, string value)
    {
        switch (name)
        {
            case "--edition_defaults_out":
                CheckOnce(name, _options.EditionDefaultsOut);
                CheckNotEmpty(name, value);
                CheckCompiles("Cannot use --encode or --decode and generate defaults at the same time.");
                _options.EditionDefaultsOut = value;
                return true;
            case "--edition_defaults_minimum":
                CheckOnce(name, _options.EditionDefaultsMinimum is not null);
                _options.EditionDefaultsMinimum = ParseEdition(name, value);
                return true;
            case "--edition_defaults_maximum":
                CheckOnce(name, _options.EditionDefaultsMaximum is not null);
                _options.EditionDefaultsMaximum = ParseEdition(name, value);
                return true;
            default:
                return false;
        }
    }

    private void InterpretGenerator(string name, string value)
    {
        var isLong = name.StartsWith("--", StringComparison.Ordinal);
        if (isLong && name.EndsWith("_out", StringComparison.Ordinal))
        {
            AddOutput(name, value);
        }
        else if (isLong && name.EndsWith("_opt", StringComparison.Ordinal))
        {
            var generator = name["--".Length..^"_opt".Length];
            var known = _options.GeneratorParameters.GetValueOrDefault(generator, "");
            _options.GeneratorParameters[generator] = known.Length == 0 ? value : known + "," + value;
        }
        else if (isLong && name.EndsWith("_prefix", StringComparison.Ordinal))
        {
            AddPluginCommand(name, value);
        }
        else
        {
            throw new ToolException("Unknown flag: " + name);
        }
    }
}
