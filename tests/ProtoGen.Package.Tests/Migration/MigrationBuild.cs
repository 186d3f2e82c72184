using System.Text.RegularExpressions;

namespace ProtoGen.Package.Tests.Migration;

/// <summary>One case built on one side.</summary>
internal sealed partial class MigrationBuild(string project)
{
    private readonly SortedSet<string> _findings = new(StringComparer.Ordinal);

    /// <summary>Gets the project that is built.</summary>
    public string Project => project;

    /// <summary>Gets whether the build succeeded.</summary>
    public bool Succeeded { get; private set; } = true;

    /// <summary>Gets the errors and warnings: file name, line, kind and message, and the compiler's codes.</summary>
    public IReadOnlyCollection<string> Findings => _findings;

    /// <summary>Gets the program's output and exit code; null for a library or a failed build.</summary>
    public string? Output { get; private set; }

    /// <summary>Adds an error or warning in a form that is comparable between the sides.</summary>
    public void Add(string file, string kind, string code, string message)
    {
        if (kind == "error") Succeeded = false;
        // ProtoGen gives an ID and a link to what protoc reports without them, and Grpc.Tools repeats the word "warning".
        if (code.StartsWith("PG", StringComparison.Ordinal))
        {
            code = "";
            message = Link().Replace(message, "");
        }

        if (message.StartsWith("warning: ", StringComparison.Ordinal)) message = message["warning: ".Length..];
        var position = Position().Match(file);
        var name = Path.GetFileName(position.Groups["path"].Value.Replace('\\', '/'));
        var line = position.Groups["line"] is { Success: true, Value: var number } ? $"({number})" : "";
        _findings.Add($"{name}{line}: {kind} {code}: {message}");
    }

    /// <summary>Runs the program that was built.</summary>
    public async Task RunProgram(TestProject root)
    {
        var assembly = Path.Combine(Path.GetDirectoryName(project)!, "bin", "Debug", "net10.0", "app.dll");
        if (!Succeeded || !File.Exists(Path.ChangeExtension(assembly, ".runtimeconfig.json"))) return;
        var run = await root.Run("exec", assembly);
        Output = $"{run.Output}exit code {run.ExitCode}";
    }

    [GeneratedRegex(@" \([^() ]*diagnostics\.md#pg\d{4}\)$")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?<path>.*?)(\((?<line>\d+)(,\d+)*\))?$")]
    private static partial Regex Position();
}
