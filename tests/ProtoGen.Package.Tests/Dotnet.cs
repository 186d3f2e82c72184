using System.Diagnostics;
using System.Text;

namespace ProtoGen.Package.Tests;

/// <summary>Runs the dotnet command or a shell command.</summary>
internal static class Dotnet
{
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Runs dotnet in a folder, with a separate package folder.</summary>
    public static Task<DotnetResult> Run(string folder, string packages, params string[] arguments) =>
        Run("dotnet", folder, packages, arguments);

    /// <summary>Runs a shell command.</summary>
    public static Task<DotnetResult> RunShell(string folder, string packages, string line) => Run("bash", folder, packages, "-c", line);

    /// <summary>Describes a command whose output is read.</summary>
    internal static ProcessStartInfo CreateStart(string program, string folder, string packages, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["NUGET_PACKAGES"] = packages,
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["DOTNET_NOLOGO"] = "1",
                ["DOTNET_CLI_UI_LANGUAGE"] = "en",
                ["MSBUILDTERMINALLOGGER"] = "off",
                ["ProtoGenVersion"] = BuildFacts.Version,
                ["NuGetAudit"] = "false",
                // Builds that reuse no MSBuild node start a compiler for each project otherwise.
                ["UseSharedCompilation"] = "true",
            },
        };
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("MSBuild", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(inherited);
        return start;
    }

    private static async Task<DotnetResult> Run(string program, string folder, string packages, params string[] arguments)
    {
        using var process = Process.Start(CreateStart(program, folder, packages, arguments))!;
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        process.WaitForExit();
        return new DotnetResult(process.ExitCode, output.ToString());
    }

    private static void Append(StringBuilder output, string? line)
    {
        if (line is null) return;
        lock (output) output.Append(line).Append('\n');
    }
}

/// <summary>The outcome of a command.</summary>
internal sealed record DotnetResult(int ExitCode, string Output)
{
    /// <summary>Gets the distinct lines of the output, without the project that MSBuild appends in brackets.</summary>
    public IEnumerable<string> Messages => Output.Split('\n').Select(line => line.Split(" [")[0].Trim()).Distinct();

    /// <summary>Fails with the output unless the command succeeded.</summary>
    public DotnetResult Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    /// <summary>Fails with the output unless the command failed.</summary>
    public DotnetResult Failed()
    {
        Assert.True(ExitCode != 0, Output);
        return this;
    }

    /// <summary>Gets the errors and warnings, each once.</summary>
    public string[] Findings =>
        [
            .. Messages.Where(
                line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal)),
        ];
}
