using System.Diagnostics;
using ProtoGen.Benchmarks.Compiler;

namespace ProtoGen.Benchmarks.Csc;

/// <summary>The SDK's compiler server, which builds and IDEs keep between compilations, so that its own code is compiled already.</summary>
internal sealed class CompilerServer : IDisposable
{
    private readonly Process _process;
    private readonly string _pipe = $"protogen-csc-{Environment.ProcessId}";

    /// <summary>Starts a server for this process only.</summary>
    /// <param name="csc">The path of csc.dll, beside which the server is.</param>
    public CompilerServer(string csc)
    {
        var server = Path.Combine(Path.GetDirectoryName(csc)!, "VBCSCompiler.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [server, $"-pipename:{_pipe}"]) { RedirectStandardOutput = true })!;
    }

    /// <summary>Gets the option of csc that passes the compilation to the server.</summary>
    public string ClientOption => $"-shared:{_pipe}";

    /// <summary>Returns the seconds of CPU time that the server needs for what the client asks it to do.</summary>
    /// <param name="client">Runs csc and returns its cost.</param>
    /// <exception cref="InvalidOperationException">csc has compiled the files itself, or in another server.</exception>
    public double CpuOf(Func<ProcessCost> client)
    {
        var before = ProcessCost.CpuSeconds(_process.Id);
        var own = client();
        var cpu = ProcessCost.CpuSeconds(_process.Id) - before;
        return cpu > own.Cpu ? cpu : throw new InvalidOperationException("csc has not used the compiler server.");
    }

    /// <summary>Ends the server.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
