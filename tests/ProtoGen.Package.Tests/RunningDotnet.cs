using System.Diagnostics;
using System.Text;

namespace ProtoGen.Package.Tests;

/// <summary>A dotnet command that runs until it is disposed of.</summary>
internal sealed class RunningDotnet : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly SemaphoreSlim _changed = new(0);

    public RunningDotnet(string folder, string packages, params string[] arguments)
    {
        _process = Process.Start(Dotnet.CreateStart("dotnet", folder, packages, arguments))!;
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Gets the output until now.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Waits until the output has a text, and fails with the output if the command ends or hangs before.</summary>
    public async Task WaitFor(string text)
    {
        using var patience = new CancellationTokenSource(Dotnet.Patience);
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.False(_process.HasExited, Output);
            try
            {
                await _changed.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"'{text}' does not appear in:\n{Output}");
            }
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _changed.Dispose();
    }

    // The end of the output is a null line, and counts as a change too.
    private void Append(string? line)
    {
        lock (_output) _output.Append(line).Append('\n');
        _changed.Release();
    }
}
