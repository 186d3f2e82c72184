using System.Text;
using System.Text.RegularExpressions;

namespace ProtoGen.Package.Tests.Migration;

/// <summary>A small project as written for Grpc.Tools, read from one file of the folder Cases.</summary>
/// <remarks>
/// The file starts with lines that describe the case, each after <c>#</c>. A line <c>--- path</c> starts a file of the project. The
/// project that is built is app.csproj; where a case gives only <c>properties</c> or <c>items</c>, they are put into a usual project file.
/// A line <c>&lt;!-- add ... --&gt;</c> holds what the migration adds, and <c>{key}</c> stands for the path of a strong name key. The
/// line can name an encoding other than UTF-8, as in <c>--- path (latin1)</c>; <c>utf-8</c> stands for UTF-8 with a byte order mark. The
/// sections <c>only Grpc.Tools</c> and <c>only ProtoGen</c> list the errors and warnings that one side alone gives.
/// </remarks>
internal sealed partial class MigrationCase
{
    private const string DefaultProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Google.Protobuf" Version="3.36.2" />
            <PackageReference Include="Grpc.Core.Api" Version="2.85.0" />
            <PackageReference Include="Grpc.Tools" Version="2.85.0" PrivateAssets="all" />
            {items}
          </ItemGroup>
        </Project>
        """;

    // A case is text, but a key is binary.
    private static readonly string KeyFile = Path.Combine(Repository.Root, "src", "ProtoGen.snk");

    private readonly Dictionary<string, string> _sections = [];

    /// <summary>Reads a case.</summary>
    public MigrationCase(string file)
    {
        Name = Path.GetFileNameWithoutExtension(file);
        string? section = null;
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("--- ", StringComparison.Ordinal)) _sections[section = line[4..]] = "";
            else if (section is not null) _sections[section] += line + "\n";
        }
    }

    /// <summary>Gets the name of its file, without the extension.</summary>
    public string Name { get; }

    /// <summary>Returns the expected errors and warnings that only one side gives.</summary>
    public string[] GetExpected(string onlySide) =>
        _sections.TryGetValue("only " + onlySide, out var lines) ? lines.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>Writes the project's files: for Grpc.Tools, or with the one edit that brings ProtoGen.</summary>
    /// <returns>The path of the project to build.</returns>
    public string Write(string folder, bool migrated)
    {
        foreach (var (path, text) in GetFiles())
        {
            var full = Path.Combine(folder, EncodingName().Replace(path, ""));
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            var written = text.Replace("{key}", KeyFile);
            File.WriteAllText(full, migrated ? Migrate(written) : written, GetEncoding(path));
        }

        return Directory.GetFiles(folder, "app.csproj", SearchOption.AllDirectories).Single();
    }

    private Dictionary<string, string> GetFiles()
    {
        var files = _sections.Where(
            section => section.Key is not ("properties" or "items") && !section.Key.StartsWith("only ", StringComparison.Ordinal))
            .ToDictionary(section => section.Key, section => section.Value);
        if (!files.Keys.Any(path => Path.GetFileName(path) == "app.csproj"))
        {
            files["app.csproj"] = DefaultProject
                .Replace("{properties}", _sections.GetValueOrDefault("properties"))
                .Replace("{items}", _sections.GetValueOrDefault("items"));
        }

        return files;
    }

    private static Encoding GetEncoding(string path) =>
        EncodingName().Match(path) is { Success: true } name ? Encoding.GetEncoding(name.Groups[1].Value) : new UTF8Encoding();

    private static string Migrate(string text) =>
        AddedLine().Replace(GrpcToolsReference().Replace(text, GetReference), "$1")
            .Replace("<Version>2.85.0</Version>", $"<Version>{BuildFacts.Version}</Version>")
            .Replace("{version}", BuildFacts.Version);

    private static string GetReference(Match reference) =>
        $"Include=\"ProtoGen.SourceGenerator\"{(reference.Groups[1].Success ? $" Version=\"{BuildFacts.Version}\"" : "")}";

    [GeneratedRegex("""Include="Grpc\.Tools"( Version="[^"]*")?""")]
    private static partial Regex GrpcToolsReference();

    [GeneratedRegex(@" \((latin1|utf-8|utf-16)\)$")]
    private static partial Regex EncodingName();

    [GeneratedRegex("<!-- add (.*) -->")]
    private static partial Regex AddedLine();
}
