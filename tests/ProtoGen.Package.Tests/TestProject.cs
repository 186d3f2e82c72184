namespace ProtoGen.Package.Tests;

/// <summary>A user's project outside the repository.</summary>
internal sealed class TestProject(string folder, string packages)
{
    /// <summary>Gets the folder of the project.</summary>
    public string Folder => folder;

    /// <summary>Writes a file and creates its folders.</summary>
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

    /// <summary>Builds and prints only errors and warnings.</summary>
    public Task<DotnetResult> Build(params string[] arguments) =>
        Dotnet.Run(folder, packages, ["build", "-nologo", "-v:q", "-nodeReuse:false", "-p:NuGetAudit=false", .. arguments]);

    /// <summary>Runs the built program.</summary>
    public Task<DotnetResult> RunBuilt(string project, params string[] arguments) =>
        Dotnet.Run(folder, packages, ["run", "--no-build", "--project", project, .. arguments]);

    /// <summary>Runs a dotnet command.</summary>
    public Task<DotnetResult> Run(params string[] arguments) => Dotnet.Run(folder, packages, arguments);

    /// <summary>Starts a dotnet command that does not end by itself.</summary>
    public RunningDotnet Start(params string[] arguments) => new(folder, packages, arguments);

    /// <summary>Runs a shell command in a subfolder.</summary>
    public Task<DotnetResult> RunShell(string subfolder, string line) => Dotnet.RunShell(Path.Combine(folder, subfolder), packages, line);
}
