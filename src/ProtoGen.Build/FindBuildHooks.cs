using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using ProtoGen.Build.Inputs;
using Task = Microsoft.Build.Utilities.Task;

namespace ProtoGen.Build;

/// <summary>Finds a build file with a target that may edit, copy or read the generated files.</summary>
/// <remarks>
/// MSBuild does not tell a task which files a project imports, so the files are searched for imports. A file that is found without need
/// only has the effect that files are written which are not needed.
/// </remarks>
public sealed class FindBuildHooks : Task
{
    // Files below obj are searched for in the repository only: many packages write a C# file there.
    private static readonly Regex InPackage = new(
        @"\b_?Protobuf_(Compile|AfterCompile|CoreCompile|ReconcileOutputs|ExpectedOutputs|OutputPath|IntermediatePath)\b",
        RegexOptions.IgnoreCase);

    private static readonly Regex InRepository =
        new($"{InPackage}|" + @"(IntermediateOutputPath\)|\bobj[/\\])[^""<>;]*\.cs\b", RegexOptions.IgnoreCase);

    /// <summary>Gets or sets the project file and the files that the SDK imports for it.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Gets or sets the folder of the project.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>Gets or sets the folder of the restored packages.</summary>
    public string PackageFolder { get; set; } = "";

    /// <summary>Gets or sets the first file with such a target; empty if there is none.</summary>
    [Output]
    public string Found { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var files = new ImportedFiles(ProjectFolder, PackageFolder);
        Found = files.Find(Files.Select(file => file.GetMetadata("FullPath"))).FirstOrDefault(HasHook).Path ?? "";
        return true;
    }

    private static bool HasHook((string Path, string Text, bool IsInPackage) file) =>
        (file.IsInPackage ? InPackage : InRepository).IsMatch(file.Text);
}
