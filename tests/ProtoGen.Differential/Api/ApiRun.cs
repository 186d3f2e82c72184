using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;

namespace ProtoGen.Differential.Api;

/// <summary>Compares the C# of files with protoc's and grpc_csharp_plugin's. May be used by several threads.</summary>
/// <param name="importPath">The folders that import names start from.</param>
internal sealed class ApiRun(IReadOnlyList<string> importPath)
{
    private int _files;
    private int _members;
    private int _withoutServices;

    /// <summary>Gets whether services are compared too.</summary>
    public bool WithServices { get; init; } = true;

    /// <summary>Gets the number of compared files; those that protoc rejects are not compared.</summary>
    public int Files => _files;

    /// <summary>Gets the number of declarations of protoc and its plugin that were looked up in our C#.</summary>
    public int Members => _members;

    /// <summary>Gets the number of compared files whose services the plugin rejects in an older edition as well.</summary>
    public int FilesWithoutServices => _withoutServices;

    /// <summary>Returns the differences of some files.</summary>
    public List<string> Compare(IReadOnlyList<string> files) => Compare(files, WithServices);

    /// <summary>
    /// Returns the differences of some files of the first folder, rewritten with the nullable feature: once with and once without field
    /// presence.
    /// </summary>
    public List<string> CompareNullable(IReadOnlyList<string> files)
    {
        var differences = new List<string>();
        foreach (var presence in (string[])["EXPLICIT", "IMPLICIT"])
        {
            using var folder = new TemporaryFolder();
            NullableVariant.Write(importPath[0], files, presence, folder.Path);
            var run = new ApiRun([folder.Path, .. importPath]) { WithServices = false };
            differences.AddRange(run.Compare(files).Select(difference => $"{presence}: {difference}"));
            Interlocked.Add(ref _files, run.Files);
            Interlocked.Add(ref _members, run.Members);
        }

        return differences;
    }

    private List<string> Compare(IReadOnlyList<string> files, bool withServices)
    {
        if (new ProtocCSharp(importPath, withServices).Generate(files) is { } theirs)
        {
            var ours = new ProtoGenCSharp(importPath, files);
            if (WithServices && !withServices && ours.HasServices(files[0])) AddServicesOfOlderEdition(files[0], theirs);
            return Compare(theirs, ours);
        }

        if (files.Count == 1) return withServices ? Compare(files, withServices: false) : [];
        var half = files.Count / 2;
        return [.. Compare([.. files.Take(half)], withServices), .. Compare([.. files.Skip(half)], withServices)];
    }

    private void AddServicesOfOlderEdition(string file, Dictionary<string, (string? Messages, string? Services)> theirs)
    {
        using var folder = new TemporaryFolder();
        OlderEdition.Write(importPath, file, folder.Path);
        var older = new ProtocCSharp([folder.Path, .. importPath], withServices: true).Generate([file]);
        if (older is null) Interlocked.Increment(ref _withoutServices);
        else theirs[file] = theirs[file] with { Services = older[file].Services };
    }

    private List<string> Compare(Dictionary<string, (string? Messages, string? Services)> theirs, ProtoGenCSharp ours)
    {
        var differences = new List<string>();
        foreach ((var file, (var messages, var services)) in theirs)
        {
            Interlocked.Increment(ref _files);
            if (!ours.Has(file))
            {
                differences.Add($"{file}: accepted by protoc, rejected by ProtoGen: {ours.Error(file)}");
                continue;
            }

            if (messages is not null) differences.AddRange(CompareMessages(file, messages, ours));
            // The plugin doesn't know the feature that adds nullable annotations.
            var options = ServicesOptions.Default with { HonorsNullableFeature = false };
            if (services is not null)
                differences.AddRange(CompareApi(file, Parse(services), Parse(ours.Services(file, options) ?? "")));
        }

        return differences;
    }

    private IEnumerable<string> CompareMessages(string file, string messages, ProtoGenCSharp ours)
    {
        var theirs = Parse(messages);
        var plain = Parse(ours.Messages(file, CSharpOptions.Default));
        var withRuntime = Parse(ours.Messages(file, CSharpOptions.Default with { HasRuntime = true }));
        return [.. CompareApi(file, theirs, plain, withRuntime), .. EmbeddedDescriptor.Differences(file, theirs, plain)];
    }

    private IEnumerable<string> CompareApi(string file, SyntaxTree theirs, params SyntaxTree[] ours)
    {
        if (ApiComparison.ReadExpected(theirs) is not { } expected) return [];
        Interlocked.Add(ref _members, expected.Count);
        return ours.SelectMany(tree => ApiComparison.Differences(file, expected, tree));
    }

    private static SyntaxTree Parse(string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None));
}
