using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProtoGen.SourceGenerator.Tests.Driver;

/// <summary>The properties and item metadata that the package's targets make visible.</summary>
internal sealed class BuildOptions : AnalyzerConfigOptionsProvider
{
    public static BuildOptions Default { get; } = new();

    private ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty
        .Add("build_property.projectdir", Project.Folder + "/");

    private ImmutableDictionary<string, ImmutableDictionary<string, string>> Metadata { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty;

    public override AnalyzerConfigOptions GlobalOptions => new Options(Properties);

    public BuildOptions WithProperty(string name, string value) =>
        new() { Properties = Properties.SetItem("build_property." + name.ToLowerInvariant(), value), Metadata = Metadata };

    public BuildOptions WithMetadata(string path, string name, string value)
    {
        var full = Project.PathOf(path);
        var known = Metadata.GetValueOrDefault(full, ImmutableDictionary<string, string>.Empty);
        return new()
        {
            Properties = Properties,
            Metadata = Metadata.SetItem(
                full,
                known.SetItem((name == "Settings" ? "build_metadata.ProtoGenFile." : "build_metadata.AdditionalFiles.") + name, value)),
        };
    }

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(ImmutableDictionary<string, string>.Empty);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options(Metadata.GetValueOrDefault(textFile.Path, ImmutableDictionary<string, string>.Empty));

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
