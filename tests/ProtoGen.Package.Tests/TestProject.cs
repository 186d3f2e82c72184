namespace ProtoGen.Package.Tests;

/// <summary>A project outside the repository, as a user has it.</summary>
internal sealed class TestProject(string folder, string packages)
{
    /// <summary>Its folder.</summary>
    public string Folder => folder;

    /// <summary>Writes a file; folders are made as needed.</summary>
    public TestProject Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Deletes a file.</summary>
    public TestProject Delete(string path)
    {
        File.Delete(Path.Combine(folder, path));
        return this;
    }

    /// <summary>Builds; quiet but for errors and warnings.</summary>
    public Task<DotnetResult> Build(params string[] arguments) =>
        Dotnet.Run(folder, packages, ["build", "-nologo", "-v:q", "-nodeReuse:false", "-p:NuGetAudit=false", .. arguments]);

    /// <summary>Runs what was built.</summary>
    public Task<DotnetResult> RunBuilt(string project, params string[] arguments) =>
        Dotnet.Run(folder, packages, ["run", "--no-build", "--project", project, .. arguments]);

    /// <summary>Runs a dotnet command.</summary>
    public Task<DotnetResult> Run(params string[] arguments) => Dotnet.Run(folder, packages, arguments);

    /// <summary>Runs a line of a shell in a folder below.</summary>
    public Task<DotnetResult> RunShell(string subfolder, string line) => Dotnet.RunShell(Path.Combine(folder, subfolder), packages, line);
}
