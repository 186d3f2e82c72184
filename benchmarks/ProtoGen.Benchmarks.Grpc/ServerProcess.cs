using System.Diagnostics;

namespace ProtoGen.Benchmarks.Grpc;

/// <summary>The process of <see cref="GrpcServer"/>, as its client sees it.</summary>
internal sealed class ServerProcess : IDisposable
{
    public const string MemoryQuestion = "memory";

    private readonly Process _process;

    /// <summary>Starts the server: this very program with another argument.</summary>
    public ServerProcess()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // What the SDK for web projects sets.
        start.Environment["DOTNET_gcServer"] = "1";
        start.ArgumentList.Add(GrpcSuite.Name);
        start.ArgumentList.Add(GrpcSuite.ServerArgument);
        _process = Process.Start(start)!;
        Address = new Uri($"http://127.0.0.1:{ReadLine()}");
    }

    public Uri Address { get; }

    /// <summary>What the server has used so far.</summary>
    public ProcessUsage GetUsage() => ProcessUsage.Parse(Ask("usage"));

    /// <summary>What the server holds when it has collected its garbage.</summary>
    public ProcessMemory GetMemory() => ProcessMemory.Parse(Ask(MemoryQuestion));

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
            _process.Kill();
        _process.Dispose();
    }

    private string Ask(string question)
    {
        _process.StandardInput.WriteLine(question);
        _process.StandardInput.Flush();
        return ReadLine();
    }

    private string ReadLine() =>
        _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server ended before its time.");
}
