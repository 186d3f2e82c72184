using ProtoGen.Compiler.Descriptors;
using ProtoGen.Tool.CommandLine;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool;

/// <summary>Checks that the input files have no services and no imports that the command line does not allow.</summary>
internal sealed class DependencyRules(CommandLineOptions options, ErrorStream errors)
{
    /// <summary>Returns false if a file breaks a rule, and prints the error for the first one.</summary>
    public bool Check(IReadOnlyList<FileDescriptor> files) => files.All(Check);

    private bool Check(FileDescriptor file)
    {
        if (options.DisallowServices && file.Services.Count > 0)
        {
            errors.WriteLine(file.Name + ": This file contains services, but --disallow_services was used.");
            return false;
        }

        var imports = file.Dependencies.Select(import => import.Name);
        return Check(file, imports, options.DirectDependencies, options.DirectDependenciesMessage)
            && Check(file, file.OptionDependencies, options.OptionDependencies, options.OptionDependenciesMessage);
    }

    private bool Check(FileDescriptor file, IEnumerable<string> imports, HashSet<string>? allowed, string message)
    {
        var isGood = true;
        foreach (var import in imports.Where(import => allowed is not null && !allowed.Contains(import)))
        {
            errors.WriteLine($"{file.Name}: {message.Replace("%s", import, StringComparison.Ordinal)}");
            isGood = false;
        }

        return isGood;
    }
}
