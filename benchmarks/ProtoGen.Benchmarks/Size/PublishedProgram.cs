using System.Diagnostics;

namespace ProtoGen.Benchmarks.Size;

/// <summary>The sizes in bytes of a program published in two ways.</summary>
/// <param name="NativeProgram">The executable of Native AOT.</param>
/// <param name="TrimmedAssembly">The program's assembly after trimming.</param>
/// <param name="TrimmedAll">The same with the assemblies of Google.Protobuf and ProtoGen.Runtime.</param>
internal sealed record PublishedProgram(long NativeProgram, long TrimmedAssembly, long TrimmedAll)
{
    private static readonly string[] Runtimes = ["Google.Protobuf.dll", "ProtoGen.Runtime.dll"];

    /// <summary>Publishes a program over the sources in a folder.</summary>
    public static PublishedProgram Publish(string folder, string program)
    {
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        // Both refer to both runtimes: what the program doesn't use is trimmed.
        File.WriteAllText(Path.Combine(folder, "Size.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <RuntimeIdentifier>linux-x64</RuntimeIdentifier>
                <InvariantGlobalization>true</InvariantGlobalization>
                <CppCompilerAndLinker>gcc</CppCompilerAndLinker>
                <DebugType>none</DebugType>
                <NuGetAudit>false</NuGetAudit>
                <NoWarn>CS0612;CS0618</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Google.Protobuf" Version="3.36.2" />
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "ProtoGen.Runtime.dll")}" />
              </ItemGroup>
            </Project>
            """);
        var native = Publish(folder, "aot", "-p:PublishAot=true");
        var trimmed = Publish(folder, "trimmed", "-p:PublishTrimmed=true");
        var assembly = Size(trimmed, "Size.dll");
        return new PublishedProgram(Size(native, "Size"), assembly, assembly + Runtimes.Sum(name => Size(trimmed, name)));
    }

    private static string Publish(string folder, string name, string how)
    {
        string[] arguments =
        [
            "publish", "--self-contained", "-c", "Release", "-o", name, how, $"-p:IntermediateOutputPath=obj/{name}/", "-v:q", "--nologo",
            "-nodeReuse:false", "-p:UseSharedCompilation=false",
        ];
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Path.Combine(folder, name) : throw new InvalidOperationException(output);
    }

    // An assembly that nothing refers to is not published.
    private static long Size(string folder, string name) =>
        new FileInfo(Path.Combine(folder, name)) is { Exists: true } file ? file.Length : 0;
}
