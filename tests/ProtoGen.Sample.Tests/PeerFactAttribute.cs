using System.Diagnostics;

namespace ProtoGen.Sample.Tests;

/// <summary>Another implementation of gRPC that a test needs.</summary>
public enum Peer
{
    /// <summary>Python's grpcio with grpcio-tools, from Debian.</summary>
    Python,

    /// <summary>@grpc/grpc-js, in artifacts/npm.</summary>
    Node,

    /// <summary>buf, in artifacts/npm.</summary>
    Buf,
}

/// <summary>A test that needs a peer: skipped without it, unless PROTOGEN_REQUIRE_ORACLES=1; then it runs, and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerFactAttribute : FactAttribute
{
    /// <summary>A test that needs <paramref name="peer"/>.</summary>
    public PeerFactAttribute(Peer peer)
    {
        if (Environment.GetEnvironmentVariable("PROTOGEN_REQUIRE_ORACLES") != "1" && !IsThere(peer))
            Skip = $"{peer} is missing: run tests/setup.sh";
    }

    private static bool IsThere(Peer peer) => peer switch
    {
        Peer.Python => PythonHasGrpc(),
        Peer.Node => Directory.Exists(Path.Combine(Repository.NodeModules, "@grpc", "grpc-js")),
        _ => File.Exists(PeerPrograms.Buf),
    };

    private static bool PythonHasGrpc()
    {
        if (!File.Exists(PeerPrograms.Python)) return false;
        using var python = Process.Start(new ProcessStartInfo(PeerPrograms.Python, ["-c", "import grpc, grpc_tools"]) { RedirectStandardError = true })!;
        python.WaitForExit();
        return python.ExitCode == 0;
    }
}

/// <summary>The programs of the peers.</summary>
internal static class PeerPrograms
{
    /// <summary>Debian's Python, the one that Debian's grpcio belongs to.</summary>
    public const string Python = "/usr/bin/python3";

    /// <summary>buf's program.</summary>
    public static string Buf { get; } = Path.Combine(Repository.NodeModules, "@bufbuild", "buf-linux-x64", "bin", "buf");
}
