using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace ProtoGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class LayoutTests(PackageFeed feed)
{
    // The assemblies and versions that a host with Roslyn 4.8 supplies. Others would load on the command line but fail in Visual Studio.
    private static readonly Dictionary<string, Version> Host = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Reflection.Metadata"] = new(7, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
        ["ProtoGen.Compiler"] = new(0, 2, 0, 0),
    };

    [Fact]
    public void GeneratorHasOneAnalyzerSlotWithTwoAssemblies() =>
        Assert.Equal(
            ["analyzers/dotnet/cs/ProtoGen.Compiler.dll", "analyzers/dotnet/cs/ProtoGen.SourceGenerator.dll"],
            Files("ProtoGen.SourceGenerator").Where(file => file.StartsWith("analyzers/", StringComparison.Ordinal)));

    [Fact]
    public void TheTaskHasItsAssembliesBesideIt() =>
        Assert.Equal(
            ["tasks/ProtoGen.Build.dll", "tasks/ProtoGen.Compiler.dll"],
            Files("ProtoGen.SourceGenerator").Where(file => file.StartsWith("tasks/", StringComparison.Ordinal)));

    [Fact]
    public void BuildFilesReachOnlyProjectsThatReferenceThePackage() => Assert.Equal(
        [
            "build/Generator.targets", "build/GrpcTools.targets", "build/PackedFiles.props", "build/ProtoGen.SourceGenerator.props",
            "build/ProtoGen.SourceGenerator.targets", "build/Protobuf.xml",
        ],
        Files("ProtoGen.SourceGenerator").Where(file => file.StartsWith("build", StringComparison.Ordinal)));

    [Fact]
    public void BuildFileOfRuntimeReachesAllProjectsThatUseIt() => Assert.Equal(
        ["buildTransitive/ProtoGen.Runtime.targets"],
        Files("ProtoGen.Runtime").Where(file => file.StartsWith("build", StringComparison.Ordinal)));

    [Theory]
    [InlineData("ProtoGen.Runtime", "netstandard2.0", "net8.0", "net10.0")]
    public void LibraryHasAssemblyWithDocsForEachFramework(string package, params string[] frameworks)
    {
        var files = Files(package).Where(file => file.StartsWith("lib/", StringComparison.Ordinal)).Order();
        Assert.Equal(frameworks.SelectMany(f => new[] { $"lib/{f}/{package}.dll", $"lib/{f}/{package}.xml" }).Order(), files);
    }

    [Theory]
    [InlineData("ProtoGen.SourceGenerator")]
    [InlineData("ProtoGen.Runtime")]
    public void PackagesHaveMetadata(string package)
    {
        using var archive = Open(package);
        var metadata = ReadNuspec(archive, package);
        var names = metadata.Elements().Select(element => element.Name.LocalName).ToArray();
        Assert.Superset(
            new HashSet<string> { "license", "readme", "icon", "releaseNotes", "description", "authors", "version" }, names.ToHashSet());
        Assert.All(["README.md", "CHANGELOG.md", "icon.png"], file => Assert.NotNull(archive.GetEntry(file)));
        Assert.Equal("MIT", metadata.Elements().Single(element => element.Name.LocalName == "license").Value);
    }

    [Theory]
    [InlineData("ProtoGen.SourceGenerator", "analyzers/dotnet/cs/ProtoGen.SourceGenerator.dll")]
    [InlineData("ProtoGen.SourceGenerator", "analyzers/dotnet/cs/ProtoGen.Compiler.dll")]
    [InlineData("ProtoGen.SourceGenerator", "tasks/ProtoGen.Build.dll")]
    [InlineData("ProtoGen.Runtime", "lib/net10.0/ProtoGen.Runtime.dll")]
    [InlineData("ProtoGen.Runtime", "lib/net8.0/ProtoGen.Runtime.dll")]
    [InlineData("ProtoGen.Runtime", "lib/netstandard2.0/ProtoGen.Runtime.dll")]
    public void AssembliesHaveStrongName(string package, string path)
    {
        using var reader = ReadAssembly(package, path);
        var name = reader.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName();
        Assert.Equal("C01B9B7384BA4616", Convert.ToHexString(name.GetPublicKeyToken()!));
        Assert.True(reader.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned));
    }

    [Fact]
    public void PackagesDependOnRuntimeAndGoogleProtobuf()
    {
        Assert.Equal(["ProtoGen.Runtime"], Dependencies("ProtoGen.SourceGenerator"));
        Assert.Equal(["Google.Protobuf"], Dependencies("ProtoGen.Runtime"));
    }

    [Theory]
    [InlineData("ProtoGen.SourceGenerator")]
    [InlineData("ProtoGen.Compiler")]
    public void AnalyzerAssembliesReferenceOnlyAssembliesOfTheHost(string assembly)
    {
        using var reader = ReadAssembly("ProtoGen.SourceGenerator", $"analyzers/dotnet/cs/{assembly}.dll");
        var metadata = reader.GetMetadataReader();
        foreach (var handle in metadata.AssemblyReferences)
        {
            var reference = metadata.GetAssemblyReference(handle);
            var name = metadata.GetString(reference.Name);
            Assert.True(Host.TryGetValue(name, out var version), $"{assembly} references {name}, which compiler hosts lack.");
            Assert.True(reference.Version <= version, $"{assembly} references {name} {reference.Version}; the oldest host has {version}.");
        }
    }

    [Theory]
    [InlineData("analyzers/dotnet/cs/ProtoGen.SourceGenerator.dll")]
    [InlineData("analyzers/dotnet/cs/ProtoGen.Compiler.dll")]
    public void AnalyzerAssembliesEmbedTheirSymbols(string path)
    {
        using var reader = ReadAssembly("ProtoGen.SourceGenerator", path);
        Assert.Contains(reader.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
    }

    // Programs are published with the runtime, so its symbols would count in their size.
    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void SymbolPackageHasSymbolsOfRuntime(string framework)
    {
        using var reader = ReadAssembly("ProtoGen.Runtime", $"lib/{framework}/ProtoGen.Runtime.dll");
        var entries = reader.ReadDebugDirectory();
        Assert.DoesNotContain(entries, entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        var assembly = reader.ReadCodeViewDebugDirectoryData(entries.Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));

        using var archive = ZipFile.OpenRead(Path.ChangeExtension(PathOf("ProtoGen.Runtime"), ".snupkg"));
        using var file = archive.GetEntry($"lib/{framework}/ProtoGen.Runtime.pdb")!.Open();
        using var content = new MemoryStream();
        file.CopyTo(content);
        content.Position = 0;
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(content);
        var id = new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id);
        Assert.Equal(assembly.Guid, id.Guid);
    }

    [Fact]
    public async Task PackingTwiceGivesSameBytes()
    {
        var again = feed.Feed + "-again";
        await feed.Pack(again);
        foreach (var name in PackageFeed.Names)
        {
            Assert.Equal(
                await File.ReadAllBytesAsync(PathOf(name)),
                await File.ReadAllBytesAsync(Path.Combine(again, Path.GetFileName(PathOf(name)))));
        }
    }

    private string PathOf(string package) => Path.Combine(feed.Feed, $"{package}.{BuildFacts.Version}.nupkg");

    private ZipArchive Open(string package) => ZipFile.OpenRead(PathOf(package));

    private string[] Files(string package)
    {
        using var archive = Open(package);
        return [.. archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    private static XElement ReadNuspec(ZipArchive archive, string package)
    {
        using var nuspec = archive.GetEntry($"{package}.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

    private string[] Dependencies(string package)
    {
        using var archive = Open(package);
        return [
            .. ReadNuspec(archive, package)
                .Descendants()
                .Where(e => e.Name.LocalName == "dependency")
                .Select(e => e.Attribute("id")!.Value)
                .Distinct(),
        ];
    }

    private PEReader ReadAssembly(string package, string path)
    {
        using var archive = Open(package);
        using var entry = archive.GetEntry(path)!.Open();
        var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        bytes.Position = 0;
        return new PEReader(bytes);
    }
}
