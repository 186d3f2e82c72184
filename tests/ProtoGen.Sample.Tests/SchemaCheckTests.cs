using System.Text;

namespace ProtoGen.Sample.Tests;

/// <summary>Tests the commands of docs/schema-checks.md.</summary>
public sealed class SchemaCheckTests
{
    private const string Configuration = """
        version: v2
        modules:
          - path: Protos

        """;

    private const string Released = """
        syntax = "proto3";
        package weather.v1;

        message Reading {
          string city = 1;
          double celsius = 2;
        }

        """;

    [OracleFact(Oracle.Buf)]
    public async Task BufReportsAChangedFieldNumberOfAValidFile()
    {
        using var folder = new TemporaryFolder();
        folder.Write("buf.yaml", Encoding.UTF8.GetBytes(Configuration));
        folder.Write("Protos/weather/v1/weather.proto", Encoding.UTF8.GetBytes(Released));
        var committed = await Run(
            folder, "git init -q -b main && git add . && git -c user.name=x -c user.email=x@example.com commit -q -m Release");
        Assert.True(committed.ExitCode == 0, committed.ToString());

        var linted = await Run(folder, "buf lint");
        Assert.True(linted.ExitCode == 0, linted.ToString());

        var renumbered = Released.Replace("celsius = 2", "celsius = 3");
        folder.Write("Protos/weather/v1/weather.proto", Encoding.UTF8.GetBytes(renumbered));
        var compared = await Run(folder, "buf breaking --against '.git#branch=main'");
        Assert.Equal(
            """Protos/weather/v1/weather.proto:4:1:Previously present field "2" with name "celsius" on message "Reading" was deleted.""",
            Assert.Single(compared.Output));
    }

    private static Task<ProcessResult> Run(TemporaryFolder folder, string command) =>
        RunningProcess.Run("bash", "-c", $"cd '{folder.Path}' && PATH=\"$PATH:{Path.GetDirectoryName(Oracles.Buf)}\" && {command}");
}
