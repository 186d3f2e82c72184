using ProtoGen.Compiler.Schema;

namespace ProtoGen.Tool.CommandLine;

/// <summary>The formats of positions in diagnostics.</summary>
internal enum ErrorFormat
{
    /// <summary>file:line:column: message</summary>
    Gcc,

    /// <summary>file(line) : error in column=column: message</summary>
    Msvs,
}

/// <summary>The tool's action after it has compiled the files.</summary>
internal enum ToolMode
{
    /// <summary>Runs generators and writes their output.</summary>
    Compile,

    /// <summary>Prints the field numbers that the messages don't use.</summary>
    PrintFreeNumbers,

    /// <summary>Converts a message, as <see cref="CommandLineOptions.Codec"/> describes.</summary>
    Convert,
}

/// <summary>A folder in which imports are searched for.</summary>
/// <param name="VirtualPath">The start of the import names of its files; empty for the root.</param>
/// <param name="DiskPath">The path of the folder.</param>
internal sealed record ImportRoot(string VirtualPath, string DiskPath);

/// <summary>A <c>--NAME_out</c> argument: a generator and the folder or archive for its output.</summary>
/// <param name="Flag">The flag, such as <c>--csharp_out</c>.</param>
/// <param name="Parameter">The part of its value before the colon.</param>
/// <param name="Location">A folder, or a .zip or .jar file.</param>
internal sealed record OutputDirective(string Flag, string Parameter, string Location)
{
    /// <summary>Gets the name between the dashes and <c>_out</c>.</summary>
    public string GeneratorName => Flag["--".Length..^"_out".Length];

    /// <summary>Returns whether protoc has a built-in generator with this name that protogenc lacks.</summary>
    public static bool IsBuiltInToProtoc(string generatorName) =>
        generatorName is "cpp" or "java" or "kotlin" or "php" or "ruby" or "rbs" or "objc" or "rust";
}

/// <summary>The parsed command line.</summary>
internal sealed class CommandLineOptions
{
    public List<ImportRoot> ImportRoots { get; } = [];

    public List<string> InputFiles { get; } = [];

    public List<OutputDirective> Outputs { get; } = [];

    /// <summary>Gets the values of <c>--NAME_opt</c> by NAME, joined by commas.</summary>
    public Dictionary<string, string> GeneratorParameters { get; } = [];

    /// <summary>Gets the paths of plugins by plugin name, such as protoc-gen-go.</summary>
    public Dictionary<string, string> Plugins { get; } = [];

    /// <summary>
    /// Gets the commands that run plugins, split at spaces, by plugin name. The path of the plugin is appended as the last argument.
    /// </summary>
    public Dictionary<string, IReadOnlyList<string>> PluginCommands { get; } = [];

    public ToolMode Mode { get; set; }

    /// <summary>Gets or sets the file for a FeatureSetDefaults; empty for none.</summary>
    public string EditionDefaultsOut { get; set; } = "";

    /// <summary>Gets or sets the first edition of the defaults; null for protoc's first.</summary>
    public Edition? EditionDefaultsMinimum { get; set; }

    /// <summary>Gets or sets the last edition of the defaults; null for protoc's last.</summary>
    public Edition? EditionDefaultsMaximum { get; set; }

    public IReadOnlyList<string> DescriptorSetsIn { get; set; } = [];

    public string DescriptorSetOut { get; set; } = "";

    public string DependencyOut { get; set; } = "";

    /// <summary>Gets or sets the conversion of a message to run instead of compiling; null for none.</summary>
    public CodecDirective? Codec { get; set; }

    /// <summary>Gets or sets whether a conversion reads or writes JSON instead of text format.</summary>
    public bool UsesJson { get; set; }

    /// <summary>Gets or sets whether <c>--encode</c> writes maps ordered by key.</summary>
    public bool DeterministicOutput { get; set; }

    public bool IncludeImports { get; set; }

    public bool IncludeSourceInfo { get; set; }

    public bool RetainOptions { get; set; }

    public bool DisallowServices { get; set; }

    public bool AllowOutputEscape { get; set; }

    public bool FatalWarnings { get; set; }

    public bool AllowAnyEdition { get; set; }

    public ErrorFormat ErrorFormat { get; set; }

    /// <summary>Gets or sets the imports that the input files may have; null for no limit.</summary>
    public HashSet<string>? DirectDependencies { get; set; }

    public string DirectDependenciesMessage { get; set; } = "File is imported but not declared in --direct_dependencies: %s";

    /// <summary>Gets or sets the option imports that the input files may have; null for no limit.</summary>
    public HashSet<string>? OptionDependencies { get; set; }

    public string OptionDependenciesMessage { get; set; } = "File is option imported but not declared in --option_dependencies: %s";
}
