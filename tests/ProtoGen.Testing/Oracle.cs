using System.Diagnostics;

namespace ProtoGen.Testing;

/// <summary>A program or corpus outside the repository that a test needs.</summary>
public enum Oracle
{
    /// <summary>protoc with grpc_csharp_plugin, from NuGet packages.</summary>
    Protoc,

    /// <summary>Google's API definitions, from npm.</summary>
    GoogleApis,

    /// <summary>All .proto files from npm.</summary>
    NpmPackages,

    /// <summary>The protoc plugins for other languages, from Debian.</summary>
    DebianPlugins,

    /// <summary>Python's grpcio and grpcio-tools, from Debian.</summary>
    Python,

    /// <summary>@grpc/grpc-js, from npm.</summary>
    Node,

    /// <summary>buf, from npm.</summary>
    Buf,

    /// <summary>gcc, which links what Native AOT publishes.</summary>
    Gcc,

    /// <summary>Chromium, from Debian.</summary>
    Chromium,

    /// <summary>A POSIX shell, which runs scripts as plugins, and symbolic links. Windows has neither.</summary>
    Shell,
}

/// <summary>Finds the oracles of this machine.</summary>
public static class Oracles
{
    /// <summary>Debian's Python, for which Debian's grpcio is installed.</summary>
    public const string Python = "/usr/bin/python3";

    /// <summary>The folder of Debian's protoc plugins.</summary>
    public const string DebianPlugins = "/usr/bin";

    /// <summary>The browser Chromium.</summary>
    public const string Chromium = "/usr/bin/chromium";

    /// <summary>Gets the program buf.</summary>
    public static string Buf { get; } = Path.Combine(Repository.NodeModules, "@bufbuild", "buf-linux-x64", "bin", "buf");

    /// <summary>Returns the reason to skip a test, or null if it can run or if PROTOGEN_REQUIRE_ORACLES=1 demands that it runs.</summary>
    internal static string? SkipReason(Oracle[] needed)
    {
        if (Environment.GetEnvironmentVariable("PROTOGEN_REQUIRE_ORACLES") == "1")
        {
            return null;
        }

        Oracle[] missing = [.. needed.Where(oracle => !IsAvailable(oracle))];
        return missing.Length == 0 ? null : $"{string.Join(", ", missing)} not found; tests/setup.sh installs it where it can.";
    }

    private static bool IsAvailable(Oracle oracle) => oracle switch
    {
        Oracle.Protoc => Protoc.IsAvailable,
        Oracle.GoogleApis => Directory.Exists(Repository.GoogleApis),
        Oracle.NpmPackages => Directory.Exists(Repository.NodeModules),
        Oracle.DebianPlugins => File.Exists(Path.Combine(DebianPlugins, "grpc_python_plugin")),
        Oracle.Python => PythonHasGrpc(),
        Oracle.Node => Directory.Exists(Path.Combine(Repository.NodeModules, "@grpc", "grpc-js")),
        Oracle.Buf => File.Exists(Buf),
        Oracle.Gcc => OperatingSystem.IsLinux() && File.Exists("/usr/bin/gcc"),
        Oracle.Chromium => File.Exists(Chromium),
        Oracle.Shell => !OperatingSystem.IsWindows(),
        _ => throw new ArgumentOutOfRangeException(nameof(oracle), oracle, null),
    };

    private static bool PythonHasGrpc()
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        using var python = Process.Start(new ProcessStartInfo(Python, ["-c", "import grpc, grpc_tools"]) { RedirectStandardError = true })!;
        python.WaitForExit();
        return python.ExitCode == 0;
    }
}
