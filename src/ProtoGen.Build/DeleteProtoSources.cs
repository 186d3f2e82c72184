using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ProtoGen.Build.Inputs;
using ProtoGen.Build.Outputs;
using ProtoGen.Build.State;
using ProtoGen.Compiler.Emit.Code;
using Task = Microsoft.Build.Utilities.Task;

namespace ProtoGen.Build;

/// <summary>Deletes the generated files of a project when it is cleaned or no longer writes files.</summary>
/// <remarks>MSBuild does not delete those outside the project's folders.</remarks>
public sealed class DeleteProtoSources : Task
{
    /// <summary>Gets or sets the file with the state of the last run of <see cref="GenerateProtoSources"/>.</summary>
    [Required]
    public string StateFile { get; set; } = "";

    /// <summary>Gets or sets the files that were deleted.</summary>
    [Output]
    public ITaskItem[] Deleted { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        var deleted = new List<ITaskItem>();
        foreach (var output in LastRun.Load(StateFile)?.Outputs ?? [])
        {
            // The user may have replaced the file since it was generated.
            if (!FileHeader.IsIn(FileStart.Read(output.Path))) continue;
            try
            {
                File.Delete(output.Path);
                deleted.Add(new TaskItem(ItemNames.Escape(output.Path)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Log.LogWarning($"ProtoGen cannot delete '{output.Path}': {e.Message}");
            }
        }

        Deleted = [.. deleted];
        File.Delete(StateFile);
        return true;
    }
}
