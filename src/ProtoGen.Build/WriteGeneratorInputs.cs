using Microsoft.Build.Framework;
using ProtoGen.Build.Inputs;
using ProtoGen.Build.State;
using ProtoGen.Compiler.Text;
using Task = Microsoft.Build.Utilities.Task;

namespace ProtoGen.Build;

/// <summary>
/// Writes inputs of the source generator that the C# compiler cannot provide: the descriptors of referenced projects, whose reference
/// assemblies have no method bodies, and the bytes of .proto files that are not UTF-8, some of which the compiler loses.
/// </summary>
public sealed class WriteGeneratorInputs : Task
{
    /// <summary>All .proto files of the project.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The assemblies of referenced projects.</summary>
    public ITaskItem[] Assemblies { get; set; } = [];

    /// <summary>The file for the descriptors, with one in Base64 on each line. It is deleted if there are none.</summary>
    [Required]
    public string DescriptorsFile { get; set; } = "";

    /// <summary>
    /// The file for the bytes, with a path, a <c>|</c> and the bytes in Base64 on each line. It is deleted if there are none.
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

    // The file is an input of the C# compiler, so an unchanged file must keep its time.
    private static void Write(string path, IEnumerable<string> lines)
    {
        var text = string.Concat(lines.Select(line => line + "\n"));
        if (text.Length == 0) File.Delete(path);
        else if (!File.Exists(path) || File.ReadAllText(path) != text) AtomicFile.Write(path, Utf8.GetBytes(text));
    }
}
