using ProtoGen.Compiler.Project.Items;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Build.Inputs;

/// <summary>The text of a .proto file on disk.</summary>
internal sealed class FileContent(string path) : ProtoContent
{
    /// <inheritdoc/>
    protected override SourceText? Read(CancellationToken cancellation) =>
        File.Exists(path) ? SourceText.From(File.ReadAllBytes(path)) : null;
}
