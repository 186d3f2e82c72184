using System.Diagnostics;
using System.Globalization;

namespace ProtoGen.Benchmarks.Grpc;

/// <summary>A server and a client with the code of one generator, in separate processes.</summary>
internal sealed class GrpcSide : IDisposable
{
    private readonly Process _server;
    private readonly Process _client;

    /// <summary>Starts the server and the client.</summary>
    public GrpcSide(string assembly)
    {
        _server = Start(assembly, "server");
        _client = Start(assembly, "client", ReadLine(_server));
    }

    /// <summary>Runs one kind of call with one message for a while.</summary>
    public GrpcRound Run(string kind, string payload, TimeSpan time)
    {
        var before = ServerAllocated();
        _client.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind} {payload} {(int)time.TotalMilliseconds}"));
        var answer = ReadLine(_client).Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new GrpcRound(answer[0] / answer[1] * 1000, answer[2] / answer[0], (ServerAllocated() - before) / answer[0]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var process in (Process[])[_client, _server])
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }
    }

    private double ServerAllocated()
    {
        _server.StandardInput.WriteLine();
        return double.Parse(ReadLine(_server), CultureInfo.InvariantCulture);
    }

    private static Process Start(string assembly, params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    private static string ReadLine(Process process) =>
        process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The process has ended.");
}

/// <summary>The result of one round.</summary>
/// <param name="PerSecond">Messages in a second.</param>
/// <param name="ClientBytes">Bytes that the client allocated for a message.</param>
/// <param name="ServerBytes">Bytes that the server allocated for a message.</param>
internal sealed record GrpcRound(double PerSecond, double ClientBytes, double ServerBytes);
