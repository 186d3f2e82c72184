
namespace ProtoGen.Package.Tests.Documentation;

/// <summary>The projects that consist of the code blocks of the documentation and the files of Scaffold/, built once.</summary>
public sealed class DocumentProjects(PackageFeed feed) : IAsyncLifetime
{
    private const string Placeholder = "SNIPPET";

    private readonly TestProject _project = feed.CreateProject("documents");

    /// <summary>Gets the port that replaces 50051 in the documents.</summary>
    internal int Port { get; } = FreePort.Next();

    /// <summary>Gets all blocks, in the order of the documents.</summary>
    internal static DocumentedBlock[] Blocks { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)
            .Prepend("CONTRIBUTING.md").Prepend("README.md").SelectMany(DocumentedBlock.Read),
    ];

    /// <summary>Gets the folder that paths in the comments are relative to.</summary>
    internal string Folder => _project.Folder;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        foreach (var folder in (string[])["tests/ProtoGen.Package.Tests/Documentation/Scaffold", "samples/Chat"]) Copy(folder);
        _project.Write(
            "snapshots/Snapshot.cs", await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/ProtoGen.Testing/Snapshot.cs")));
        foreach (var block in Blocks)
        {
            if (block.Verb == "file")
            {
                Write(block);
            }
        }

        // The folder that the README's nuget.config names.
        var clone = Directory.CreateDirectory(Path.Combine(_project.Folder, "protogen/packages"));
        foreach (var package in Directory.GetFiles(feed.Feed)) File.Copy(package, Path.Combine(clone.FullName, Path.GetFileName(package)));
        (await _project.Run(
            "build", "documents.proj", "-nologo", "-v:q", "-nodeReuse:false", "-clp:NoSummary",
            $"-p:Feed={feed.Feed}", "-p:NuGetAudit=false")).Succeeded();
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Runs a line of a shell block.</summary>
    internal Task<DotnetResult> Run(string folder, string command) => _project.RunShell(folder, command);

    private void Copy(string folder)
    {
        var source = Path.Combine(Repository.Root, folder);
        var target = folder.StartsWith("tests/ProtoGen", StringComparison.Ordinal) ? "" : folder;
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
                _project.Write(Path.Combine(target, relative), File.ReadAllText(file));
        }
    }

    // A block is a whole file, or replaces the placeholder in the scaffold's file of that name.
    private void Write(DocumentedBlock block)
    {
        var text = block.Language == "diff"
            ? string.Join('\n', block.Text.Split('\n').Where(line => line.StartsWith('+')).Select(line => line[1..]))
            : block.Text;
        var path = Path.Combine(_project.Folder, block.Argument);
        if (File.Exists(path))
        {
            var parts = File.ReadAllText(path).Split(Placeholder, 2);
            if (parts.Length == 1) throw new InvalidOperationException($"{block.Position}: {block.Argument} has no placeholder left.");
            text = parts[0] + text + parts[1];
        }

        _project.Write(block.Argument, text.Replace("50051", Port.ToString(), StringComparison.Ordinal));
    }
}
