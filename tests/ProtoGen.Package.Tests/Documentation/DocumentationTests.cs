using System.Text.RegularExpressions;

namespace ProtoGen.Package.Tests.Documentation;

/// <summary>Writes and runs the code blocks and commands of README and docs.</summary>
[Collection(PackageCollection.Name)]
public sealed partial class DocumentationTests(DocumentProjects projects) : IClassFixture<DocumentProjects>
{
    // Its examples cause diagnostics and are not meant to be copied; ProtoGen.Compiler.Tests checks them.
    private const string Diagnostics = "docs/diagnostics.md";

    [Fact]
    public void EveryBlockIsTested() =>
        Assert.Empty(
            DocumentProjects.Blocks.Where(block => block.IsToBeCopied && block.Verb.Length == 0 && block.Document != Diagnostics)
                .Select(block => block.Position));

    [Fact]
    public async Task ReadmeServerAnswersReadmeClient()
    {
        await using var server = new BuiltProgram(projects.Folder, "server/bin/Debug/net10.0/MyApp.dll");
        await server.WaitForPort(projects.Port);
        await using var client = new BuiltProgram(projects.Folder, "client/bin/Debug/net10.0/Client.dll");
        Assert.Equal("Hello, World!", (await client.End()).Trim());
    }

    [Fact]
    public async Task CommandsRunAndPrintDocumentedOutput()
    {
        for (var i = 0; i < DocumentProjects.Blocks.Length; i++)
        {
            if (DocumentProjects.Blocks[i] is not { Verb: "run in" } block) continue;
            var printed = "";
            foreach (var command in block.Commands) printed += (await projects.Run(block.Argument, command)).Succeeded().Output;
            if (DocumentProjects.Blocks.ElementAtOrDefault(i + 1) is { Verb: "printed" } expected)
                Assert.Contains(expected.Text, printed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ReadmeErrorMatchesBuildOutput()
    {
        var said = DocumentProjects.Blocks.Single(
            block => block.Document == "README.md" && block.Text.Contains(": error ", StringComparison.Ordinal));
        var proto = Path.Combine(projects.Folder, "server/broken.proto");
        await File.WriteAllTextAsync(
            proto,
            (await File.ReadAllTextAsync(Path.Combine(projects.Folder, "server/Protos/my_service.proto"))).Replace(
                "prompt = 1;", "prompt = 1"));
        var built = await projects.Run("server", "dotnet build --no-restore -nologo -v:q -nodeReuse:false");
        File.Delete(proto);
        var error = said.Text.Trim()["Protos/my_service.proto".Length..];
        Assert.Contains("broken.proto" + error, built.Failed().Findings.Select(finding => finding[(finding.LastIndexOf('/') + 1)..]));
    }

    [Fact]
    public void CommandsRunElsewhereOccurInTheNamedScript() =>
        Assert.All(DocumentProjects.Blocks.Where(block => block.Verb == "done by"), block =>
        {
            // Documents and sources wrap their lines differently.
            var script = RemoveWhitespace(File.ReadAllText(Path.Combine(Repository.Root, block.Argument)));
            Assert.All(block.Commands, command => Assert.Contains(RemoveWhitespace(command), script, StringComparison.Ordinal));
        });

    [Fact]
    public void NamedProjectsScriptsAndPagesExist()
    {
        var missing =
            from document in DocumentProjects.Blocks.Select(block => block.Document).Distinct()
            let folder = Path.Combine(Repository.Root, Path.GetDirectoryName(document)!)
            from match in Named().Matches(File.ReadAllText(Path.Combine(Repository.Root, document)))
            let link = match.Groups["link"]
            let path = link.Success ? Path.Combine(folder, link.Value) : Path.Combine(Repository.Root, match.Groups["path"].Value)
            where !Path.Exists(path)
            select $"{document}: {match.Value}";
        Assert.Empty(missing);
    }

    private static string RemoveWhitespace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"\]\((?<link>[^)#:]+)(#[^)]*)?\)|(--project|\bbash) (?<path>[\w./-]+)")]
    private static partial Regex Named();
}
