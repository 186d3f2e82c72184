using System.Text;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Serialization;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Tool.Codec;
using ProtoGen.Tool.CommandLine;
using ProtoGen.Tool.Errors;
using ProtoGen.Tool.Generators;
using ProtoGen.Tool.Output;
using ProtoGen.Tool.Plugins;
using ProtoGen.Tool.Python;
using ProtoGen.Tool.Reporting;
using ProtoGen.Tool.Sources;

namespace ProtoGen.Tool;

/// <summary>Runs the tool: reads the command line, compiles, generates, and writes the output.</summary>
internal sealed class Compilation(Stream input, Stream output, ErrorStream errors)
{
    private readonly Progress _progress = new();

    /// <summary>Runs the tool and returns the exit code.</summary>
    public int Run(IReadOnlyList<string> arguments)
    {
        try
        {
            var parser = new ArgumentParser();
            var options = parser.Parse(arguments, errors);
            if (parser.Information is not { } information)
            {
                return Compile(options) ? 0 : 1;
            }

            output.Write(Encoding.UTF8.GetBytes(information));
            return 0;
        }
        catch (ToolException e)
        {
            _progress.Clear();
            errors.Write(e.EndsLine ? e.Message + "\n" : e.Message);
            return 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine("protogenc: " + e.Message);
            return 1;
        }
        finally
        {
            _progress.Clear();
        }
    }

    private bool Compile(CommandLineOptions options)
    {
        MissingGenerators.Check(options);
        var tree = new SourceTree(options.ImportRoots);
        var sets = new DescriptorSets(options.DescriptorSetsIn, options.IncludeSourceInfo || options.Outputs.Count > 0);
        var printer = new ErrorPrinter(errors, options.ErrorFormat, tree);
        var names = ResolveInputs(options, tree, sets);
        var linked = Link(options, tree, sets, names);
        _progress.Clear();
        foreach (var diagnostic in linked.Diagnostics)
        {
            printer.Print(diagnostic);
        }

        var files = linked.Files.Select(file => file.File).OfType<FileDescriptor>().ToList();
        if (linked.HasErrors || !new DependencyRules(options, errors).Check(files))
        {
            return false;
        }

        // protoc does not record the errors of files that come only from descriptor sets.
        var isGood = options.ImportRoots.Count == 0 || (!printer.HasErrors && !(options.FatalWarnings && printer.HasWarnings));
        if (!Write(options, tree, files) || !Convert(options, files) || !isGood)
        {
            return false;
        }

        if (options.Mode == ToolMode.PrintFreeNumbers)
        {
            output.Write(Encoding.UTF8.GetBytes(FreeFieldNumbers.Describe(files)));
        }

        return true;
    }

    private bool Convert(CommandLineOptions options, List<FileDescriptor> files) =>
        options.Codec is not { } codec || new MessageCodec(options, codec, errors).Run(files, input, output);

    private static List<string> ResolveInputs(CommandLineOptions options, SourceTree tree, DescriptorSets sets)
    {
        if (options.ImportRoots.Count > 0)
        {
            return new InputFiles(tree, sets).Resolve(options.InputFiles);
        }

        sets.Require(options.InputFiles);
        return options.InputFiles;
    }

    private LinkResult Link(CommandLineOptions options, SourceTree tree, DescriptorSets sets, List<string> names)
    {
        var recordLocations = options.IncludeSourceInfo
            || options.Outputs.Exists(directive => MakeGenerator(options, directive) is PluginGenerator);
        var loader = new SourceLoader(tree, sets, new ParseOptions { RecordLocations = recordLocations }, _progress);
        var linkOptions = new LinkOptions
        {
            CommandLine = names,
            Sets = options.ImportRoots.Count == 0 ? sets.Files : null,
            AllowsMissingOptionImports = options.DescriptorSetsIn.Count > 0,
            AllowsAnyEdition = options.AllowAnyEdition,
        };
        return Linker.Link(loader.Load(names), linkOptions);
    }

    private bool Write(CommandLineOptions options, SourceTree tree, List<FileDescriptor> files)
    {
        var folders = new List<OutputFolder>();
        foreach (var directive in options.Outputs)
        {
            if (!Generate(options, directive, new Generation(files, ""), folders))
            {
                return false;
            }
        }

        foreach (var folder in folders)
        {
            if (!folder.Write(options.AllowOutputEscape))
            {
                return false;
            }
        }

        if (options.DependencyOut.Length > 0)
        {
            WriteDependencies(options, tree, files, folders);
        }

        if (options.DescriptorSetOut.Length > 0)
        {
            WriteDescriptorSet(options, files);
        }

        if (options.EditionDefaultsOut.Length > 0)
        {
            EditionDefaultsWriter.Write(options, DescriptorSetSerializer.Order(files, includeImports: true));
        }

        return true;
    }

    private bool Generate(CommandLineOptions options, OutputDirective directive, Generation generation, List<OutputFolder> folders)
    {
        var folder = new OutputFolder(directive.Location, errors);
        if (folders.Find(known => known.Location == folder.Location) is { } known)
        {
            folder = known;
        }
        else
        {
            folders.Add(folder);
        }

        IEnumerable<string> parameters = [directive.Parameter, options.GeneratorParameters.GetValueOrDefault(directive.GeneratorName, "")];
        var parameter = string.Join(',', parameters.Where(part => part.Length > 0));
        if (MakeGenerator(options, directive).Generate(generation with { Parameter = parameter }, folder) is not { } error)
        {
            return true;
        }

        errors.WriteLine($"{directive.Flag}: {error}");
        return false;
    }

    private IGenerator MakeGenerator(CommandLineOptions options, OutputDirective directive)
    {
        var plugin = "protoc-gen-" + directive.GeneratorName;
        var path = options.Plugins.GetValueOrDefault(plugin);
        return (directive.GeneratorName, path) switch
        {
            ("csharp", _) => new CSharpGenerator(),
            ("grpc", null) => new GrpcGenerator(),
            ("python", _) => new PythonGenerator(),
            ("pyi", _) => new PyiGenerator(),
            _ => new PluginGenerator(plugin, path, options.PluginCommands.GetValueOrDefault(plugin, []), options.AllowAnyEdition, errors),
        };
    }

    private static void WriteDescriptorSet(CommandLineOptions options, List<FileDescriptor> files)
    {
        var form = new DescriptorForm(JsonNames: true, RetainOptions: options.RetainOptions, SourceInfo: options.IncludeSourceInfo);
        DescriptorSetWriter.Write(options.DescriptorSetOut, DescriptorSetSerializer.Order(files, options.IncludeImports), form);
    }

    private static void WriteDependencies(
        CommandLineOptions options, SourceTree tree, List<FileDescriptor> files, List<OutputFolder> folders)
    {
        var outputs = folders.SelectMany(folder => folder.FileNames.Select(name => folder.Location + name))
            .Select(path => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path).ToList();
        if (options.DescriptorSetOut.Length > 0)
        {
            outputs.Add(options.DescriptorSetOut);
        }

        if (options.EditionDefaultsOut.Length > 0)
        {
            outputs.Add(options.EditionDefaultsOut);
        }

        // Well-known files have no path that make could watch.
        var inputs = DescriptorSetSerializer.Order(files, includeImports: true).Select(file => tree.FindOnDisk(file.Name));
        DependencyManifest.Write(options.DependencyOut, outputs, inputs.OfType<string>().ToList());
    }
}
