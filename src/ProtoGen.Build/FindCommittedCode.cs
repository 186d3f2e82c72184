using Microsoft.Build.Framework;
using ProtoGen.Build.Inputs;
using ProtoGen.Compiler.Project.Output;
using Task = Microsoft.Build.Utilities.Task;

namespace ProtoGen.Build;

/// <summary>Finds the .proto files for which the project's sources already include C# code from protoc.</summary>
/// <remarks>Some projects use Grpc.Tools only to get protoc, run it by hand, and commit its output.</remarks>
public sealed class FindCommittedCode : Task
{
    /// <summary>Gets or sets the C# files of the project.</summary>
    public ITaskItem[] SourceFiles { get; set; } = [];

    /// <summary>Gets or sets the .proto files.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Gets or sets the .proto files for which the sources include C# code.</summary>
    [Output]
    public ITaskItem[] Found { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        string[] names =
        [
            .. from file in SourceFiles
               let source = ProtocCode.FindSource(FileStart.Read(file.ItemSpec))
               where source is not null
               select "/" + source,
        ];
        Found = [.. Files.Where(file => names.Any(name => IsAt(file.GetMetadata("FullPath"), name)))];
        return true;
    }

    private static bool IsAt(string path, string end) => path.Replace('\\', '/').EndsWith(end, StringComparison.Ordinal);
}
