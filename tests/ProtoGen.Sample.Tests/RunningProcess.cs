using System.Collections.Concurrent;
using System.Diagnostics;

namespace ProtoGen.Sample.Tests;

/// <summary>A process that a test started. It ends when it is disposed.</summary>
internal sealed class RunningProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly BlockingCollection<string> _output = [];
    private readonly ConcurrentQueue<string> _errors = new();

    private RunningProcess(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) _output.CompleteAdding();
            else _output.Add(line.Data);
        };
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null) _errors.Enqueue(line.Data);
        };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Starts a program in the sample's folder of peers.</summary>
    public static RunningProcess Start(string program, params string[] arguments) =>
        new(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Sample.Peers,
                Environment = { ["NODE_PATH"] = Repository.NodeModules },
            });

    /// <summary>Starts the sample.</summary>
    /// <remarks>
    /// A test run in the background of a shell ignores SIGINT, which its children would inherit. The command env resets it.
    /// </remarks>
    public static RunningProcess StartSample(params string[] arguments) =>
        OperatingSystem.IsLinux()
            ? Start("env", ["--default-signal=INT", "dotnet", Sample.Program, .. arguments])
            : Start("dotnet", [Sample.Program, .. arguments]);

    /// <summary>Runs a program to its end.</summary>
    public static async Task<ProcessResult> Run(string program, params string[] arguments)
    {
        await using var running = Start(program, arguments);
        return await running.End();
    }

    /// <summary>Waits for a line of the output that contains the text, and returns it.</summary>
    public string WaitForLine(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        foreach (var line in _output.GetConsumingEnumerable(patience.Token))
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException($"The program ended before it wrote '{text}': {string.Join("\n", _errors)}");
    }

    /// <summary>Sends the signal of Ctrl+C to the process.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString()]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end.</summary>
    /// <param name="patience">The maximum time to wait; null for a minute.</param>
    public async Task<ProcessResult> End(TimeSpan? patience = null)
    {
        using var timeout = new CancellationTokenSource(patience ?? Patience);
        await _process.WaitForExitAsync(timeout.Token);
        return new ProcessResult(_process.ExitCode, [.. _output.GetConsumingEnumerable()], [.. _errors]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

/// <summary>The output and exit code of a process that has ended.</summary>
internal sealed record ProcessResult(int ExitCode, string[] Output, string[] Errors)
{
    /// <summary>Returns both streams, for the message of a failing test.</summary>
    public override string ToString() => $"exit code {ExitCode}\n{string.Join("\n", Output)}\n{string.Join("\n", Errors)}";
}
