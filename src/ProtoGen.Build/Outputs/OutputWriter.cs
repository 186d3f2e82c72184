using ProtoGen.Build.State;
using ProtoGen.Compiler.Project.Output;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Build.Outputs;

/// <summary>Writes generated files whose text has changed.</summary>
/// <remarks>Unchanged files keep their time, so that nothing that depends on them is rebuilt.</remarks>
/// <param name="previous">The state of the last run; null without one.</param>
internal sealed class OutputWriter(BuildState? previous)
{
    private readonly ILookup<string, WrittenFile> _previous =
        (previous?.LastRun.Outputs ?? []).ToLookup(output => output.Source, StringComparer.Ordinal);

    /// <summary>Writes the files that changed, deletes those of removed .proto files, and returns all generated files.</summary>
    /// <param name="paths">The paths of the generated files.</param>
    /// <param name="project">The result of the run.</param>
    /// <param name="logFailure">Is called for each generated text and reports a crash of the emitter.</param>
    public IReadOnlyList<WrittenFile> Write(OutputPaths paths, ProjectOutput project, Action<GeneratedSource> logFailure)
    {
        var generated = project.Generated.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var written = new List<WrittenFile>();
        foreach (var file in paths.Files)
        {
            if (!generated.TryGetValue(file.Source, out var sources))
            {
                written.AddRange(_previous[file.Source].Select(output => output with { ItemName = file.ItemName }));
                continue;
            }

            foreach (var (source, path) in new[] { (sources.Messages, file.Messages), (sources.Services, file.Services) })
            {
                if (source is null) continue;
                logFailure(source);
                if (source.Text is { } text) written.Add(Write(file, path, Utf8.GetBytes(text), isCode: true));
            }

            if (file.DescriptorSet is not null && sources.DescriptorSet is { } set)
                written.Add(Write(file, file.DescriptorSet, set, isCode: false));
        }

        DeleteAllBut(written);
        return written;
    }

    private WrittenFile Write(ProtoOutput file, string path, byte[] content, bool isCode)
    {
        var output = new WrittenFile(path, file.Source, file.ItemName, isCode, isCode && file.IsCompiled, ContentHash.Of(content));
        // As with Grpc.Tools, a file that a build hook edited keeps the edit as long as the generated text does not change.
        var isUnchanged = File.Exists(path)
            && (_previous[file.Source].Any(last => last.Path == path && last.Hash == output.Hash) || HasContent(path, content));
        if (!isUnchanged) AtomicFile.Write(path, content);
        return output;
    }

    private void DeleteAllBut(List<WrittenFile> written)
    {
        var kept = new HashSet<string>(written.Select(output => output.Path), StringComparer.OrdinalIgnoreCase);
        foreach (var output in previous?.LastRun.Outputs ?? [])
        {
            // As with Grpc.Tools, a descriptor set stays: it may be part of the sources.
            if (!output.IsCode || kept.Contains(output.Path) || !File.Exists(output.Path)) continue;
            if (ContentHash.Of(File.ReadAllBytes(output.Path)) == output.Hash) File.Delete(output.Path);
        }
    }

    private static bool HasContent(string path, byte[] content) =>
        new FileInfo(path).Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
}
