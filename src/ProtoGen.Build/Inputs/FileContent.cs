using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Build.Inputs;

/// <summary>The text of a .proto file on disk.</summary>
/// <param name="path">The path of the file.</param>
/// <param name="recordsLocations">Whether a descriptor set needs the locations of the file.</param>
internal sealed class FileContent(string path, bool recordsLocations) : ProtoContent
{
    /// <inheritdoc/>
    protected override bool RecordsLocations => recordsLocations;

    /// <inheritdoc/>
    protected override SourceText? Read(CancellationToken cancellation) =>
        File.Exists(path) ? SourceText.From(File.ReadAllBytes(path)) : null;
}
