using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ProtoGen.Package.Tests.Documentation;

/// <summary>A built program that runs in the background of a test.</summary>
internal sealed class BuiltProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    /// <summary>Starts the program.</summary>
    public BuiltProgram(string folder, string assembly, params string[] arguments) =>
        _process = Process.Start(
            new ProcessStartInfo("dotnet", [assembly, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;

    /// <summary>Waits until the program listens on a port.</summary>
    public async Task WaitForPort(int port)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Assert.False(_process.HasExited, "The program ended before it listened.");
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100, patience.Token);
            }
        }
    }

    /// <summary>Waits until the program exits and returns its output.</summary>
    public async Task<string> End()
    {
        using var patience = new CancellationTokenSource(Patience);
        var output = await _process.StandardOutput.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        Assert.Equal(0, _process.ExitCode);
        return output;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
