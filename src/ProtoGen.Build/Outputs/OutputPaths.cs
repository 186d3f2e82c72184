using ProtoGen.Build.Inputs;
using ProtoGen.Compiler.Project.Imports;
using ProtoGen.Compiler.Project.Output;
using ProtoGen.Compiler.Project.Settings;

namespace ProtoGen.Build.Outputs;

/// <summary>Determines the paths of the generated files.</summary>
/// <remarks>They are those of Grpc.Tools, so that files in source control and build hooks keep working.</remarks>
internal sealed class OutputPaths
{
    private readonly BuildInputs _inputs;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public OutputPaths(BuildInputs inputs)
    {
        _inputs = inputs;
        // Keep the order stable: of two equal names the second one gets a number.
        Files = [.. inputs.CompiledFiles.OrderBy(file => file.Path, StringComparer.Ordinal).Select(Create)];
    }

    /// <summary>Gets the compiled .proto files with their outputs.</summary>
    public IReadOnlyList<ProtoOutput> Files { get; }

    private ProtoOutput Create(ProtoFile file)
    {
        var name = ImportRoot.Decide(file.Path, file.Item.Settings, _inputs.Settings).GetName(file.Path)
            ?? ProtoPath.GetFileName(file.Path);
        return new ProtoOutput(
            file.Path, file.ItemName, file.IsCompiled,
            GetPath(file.OutputDir, name, OutputFileNames.ForMessages(name)),
            GetPath(file.GrpcOutputDir, name, OutputFileNames.ForServices(name)),
            file.Item.Settings.DescriptorSet is { Path: var set } ? Path.GetFullPath(set) : null);
    }

    private string GetPath(string folder, string protoName, string fileName)
    {
        // As in all paths in project files, both slashes separate folders on every system.
        var root = (folder.Length == 0 ? _inputs.OutputFolder : folder).Replace('\\', Path.DirectorySeparatorChar);
        var path = Path.GetFullPath(Path.Combine(_inputs.ProjectFolder, root, ProtoPath.GetFolder(protoName), fileName));
        var unique = path;
        for (var number = 2; !_taken.Add(unique); number++) unique = Path.ChangeExtension(path, $".{number}.cs");
        return unique;
    }
}

/// <summary>The files that are generated from a .proto file.</summary>
/// <param name="Source">The normalized path of the .proto file.</param>
/// <param name="ItemName">The name of the .proto file's item.</param>
/// <param name="IsCompiled">Whether the project compiles the generated files.</param>
/// <param name="Messages">The path of the file with the messages.</param>
/// <param name="Services">The path of the file with the services.</param>
/// <param name="DescriptorSet">The path of the descriptor set; null if none was requested.</param>
internal sealed record ProtoOutput(
    string Source, string ItemName, bool IsCompiled, string Messages, string Services, string? DescriptorSet);
