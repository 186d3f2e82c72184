using System.ComponentModel;
using System.Diagnostics;
using ProtoGen.Tool.Reporting;

namespace ProtoGen.Tool.Plugins;

/// <summary>
/// Runs a plugin: writes a request to its stdin and reads the response from its stdout. The plugin writes errors to the tool's stderr.
/// </summary>
internal static class PluginProcess
{
    /// <summary>Returns the bytes of the response; null and the reason if the plugin failed.</summary>
    public static byte[]? Run(string program, IEnumerable<string> arguments, byte[] request, ErrorStream errors, out string error)
    {
        error = "";
        using var process = Start(program, arguments);
        if (process is null)
        {
            errors.WriteLine(
                program + ": program not found or is not executable\n"
                + "Please specify a program using absolute path or make sure the program is "
                + "available in your PATH system variable");
            error = "Plugin failed with status code 1.";
            return null;
        }

        var writing = Task.Run(() => Write(process, request));
        using var response = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(response);
        process.WaitForExit();
        writing.Wait();
        if (process.ExitCode == 0)
        {
            return response.ToArray();
        }

        var isKilled = !OperatingSystem.IsWindows() && process.ExitCode > 128;
        error = isKilled ? $"Plugin killed by signal {process.ExitCode - 128}." : $"Plugin failed with status code {process.ExitCode}.";
        return null;
    }

    private static Process? Start(string program, IEnumerable<string> arguments)
    {
        if (program.Length == 0)
        {
            return null;
        }

        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static void Write(Process process, byte[] request)
    {
        try
        {
            process.StandardInput.BaseStream.Write(request);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The plugin has closed its input. Its exit code shows whether that is an error.
        }
    }
}
