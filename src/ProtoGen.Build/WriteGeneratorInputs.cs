using Microsoft.Build.Framework;
using ProtoGen.Build.Inputs;
using ProtoGen.Build.State;
using ProtoGen.Compiler.Text;
using Task = Microsoft.Build.Utilities.Task;

namespace ProtoGen.Build;

/// <summary>Writes inputs of the source generator that the C# compiler cannot provide.</summary>
/// <remarks>
/// These are the descriptors of referenced projects, whose reference assemblies have no method bodies, and the bytes of .proto files that
/// are not UTF-8, which the compiler partly loses.
/// </remarks>
public sealed class WriteGeneratorInputs : Task
{
    /// <summary>Gets or sets all .proto files of the project.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Gets or sets the assemblies of referenced projects.</summary>
    public ITaskItem[] Assemblies { get; set; } = [];

    /// <summary>
    /// Gets or sets the file for the descriptors. Each line contains one in Base64. If there are none, the file is deleted.
    /// </summary>
    [Required]
    public string DescriptorsFile { get; set; } = "";

    /// <summary>
    /// Gets or sets the file for the bytes. Each line contains a path, a <c>|</c> and the bytes in Base64. If there are none, the file is
    /// deleted.
    /// </summary>
    [Required]
    public string BytesFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            Write(DescriptorsFile, ReadDescriptors());
            Write(BytesFile, ReadInvalidFiles());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.LogError($"ProtoGen cannot prepare the .proto files for the C# compiler: {e.Message}");
        }

        return !Log.HasLoggedErrors;
    }

    private IEnumerable<string> ReadDescriptors() =>
        Assemblies.SelectMany(assembly => ReferenceFiles.ReadLiterals(assembly.ItemSpec).FindAll())
            .Select(Convert.ToBase64String)
            .Distinct();

    private IEnumerable<string> ReadInvalidFiles()
    {
        foreach (var file in Files)
        {
            if (!File.Exists(file.ItemSpec)) continue;
            var content = File.ReadAllBytes(file.ItemSpec);
            if (!Utf8.IsValid(content)) yield return $"{file.ItemSpec}|{Convert.ToBase64String(content)}";
        }
    }

    // The C# compiler reads the file, so it must keep its time if it is unchanged.
    private static void Write(string path, IEnumerable<string> lines)
    {
        var text = string.Concat(lines.Select(line => line + "\n"));
        if (text.Length == 0) File.Delete(path);
        else if (!File.Exists(path) || File.ReadAllText(path) != text) AtomicFile.Write(path, Utf8.GetBytes(text));
    }
}
