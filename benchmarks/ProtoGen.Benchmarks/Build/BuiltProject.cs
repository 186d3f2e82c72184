using System.Diagnostics;
using ProtoGen.Benchmarks.Compiler;

namespace ProtoGen.Benchmarks.Build;

/// <summary>A project outside the repository that the suite builds repeatedly.</summary>
internal sealed class BuiltProject
{
    private readonly string _folder;
    private readonly string _changed;
    private int _changes;

    private BuiltProject(string name, string folder, string changed) => (Name, _folder, _changed) = (name, folder, changed);

    /// <summary>Gets the name of the generator that the project uses.</summary>
    public string Name { get; }

    /// <summary>Packs ProtoGen from the repository in the current folder.</summary>
    public static void PackTo(string feed)
    {
        foreach (var package in new[] { "ProtoGen.Runtime", "ProtoGen.SourceGenerator" })
            Run(Environment.CurrentDirectory, "pack", $"src/{package}", "-c", "Release", "-o", feed, "-v", "q", "--nologo");
    }

    /// <summary>Writes a project with files of the corpus and restores it.</summary>
    public static BuiltProject Create(
        string parent, string name, string packages, string corpus, IReadOnlyCollection<string> files, string properties = "")
    {
        var folder = Path.Combine(parent, name);
        foreach (var file in files)
        {
            var copy = Path.Combine(folder, "protos", file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(corpus, file), copy);
        }

        File.WriteAllText(Path.Combine(parent, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{parent}/packages" /></config>
              <packageSources><add key="packed" value="{parent}/feed" /></packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(folder, "Built.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <NuGetAudit>false</NuGetAudit>
                <NoWarn>CS0612;CS0618</NoWarn>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {packages}
                <Protobuf Include="protos/**/*.proto" ProtoRoot="protos" GrpcServices="None" />
              </ItemGroup>
            </Project>
            """);
        Run(folder, "restore", "-v", "q", "--nologo");
        return new BuiltProject(name, folder, Path.Combine(folder, "protos", files.Last()));
    }

    /// <summary>Deletes the output of builds, but not that of the restore.</summary>
    public void Clean()
    {
        foreach (var built in new[] { "bin", "obj/Debug" })
        {
            if (Directory.Exists(Path.Combine(_folder, built)))
                Directory.Delete(Path.Combine(_folder, built), recursive: true);
        }
    }

    /// <summary>Adds a message to one file.</summary>
    public void ChangeOneFile() => File.AppendAllText(_changed, $"\nmessage Added{++_changes} {{ }}\n");

    /// <summary>Builds, and measures the process and its descendants.</summary>
    public ProcessCost Build() => ProcessTree.Measure(
        "dotnet", _folder, "build", "--no-restore", "--nologo", "-v:q", "-nodeReuse:false", "-p:UseSharedCompilation=false");

    private static void Run(string folder, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException(output);
    }
}
