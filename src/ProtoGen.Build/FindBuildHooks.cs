using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using ProtoGen.Build.Inputs;
using Task = Microsoft.Build.Utilities.Task;

namespace ProtoGen.Build;

/// <summary>Finds a build file with a target that may edit, copy or read the generated files.</summary>
/// <remarks>
/// MSBuild does not give a task the list of files that a project imports, so this task searches the files for imports. After a false
/// match, ProtoGen writes files that nothing needs.
/// </remarks>
public sealed class FindBuildHooks : Task
{
    // A path below obj counts only in files of the repository, because the targets of many packages write a C# file there.
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
