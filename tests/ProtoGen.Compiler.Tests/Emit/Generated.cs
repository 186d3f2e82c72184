using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Tests.Emit;

/// <summary>Generates C# for .proto texts and for the files in Emit/Protos.</summary>
internal static class Generated
{
    /// <summary>Gets the files in Emit/Protos by name.</summary>
    public static IReadOnlyDictionary<string, string> Protos { get; } =
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Emit", "Protos"), "*.proto")
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllText);

    /// <summary>Returns the C# of one text.</summary>
    public static string FromText(string text, CSharpOptions? options = null) => FromFiles([("test.proto", text)], options)["test.proto"];

    /// <summary>Returns the model of one text.</summary>
    public static FileModel Model(string text, CSharpOptions? options = null) =>
        CSharpModelBuilder.Build(Link([("test.proto", text)])[0].File!, options ?? CSharpOptions.Default);

    /// <summary>Returns the C# of files that import each other.</summary>
    public static Dictionary<string, string> FromFiles(IEnumerable<(string Name, string Text)> files, CSharpOptions? options = null) =>
        Link(files).ToDictionary(
            file => file.Name, file => MessagesEmitter.Emit(CSharpModelBuilder.Build(file.File!, options ?? CSharpOptions.Default)));

    /// <summary>Returns the linked files; they must have no errors.</summary>
    public static IReadOnlyList<LinkedFile> Link(IEnumerable<(string Name, string Text)> files)
    {
        var parse = new ParseOptions { RecordLocations = true };
        var result = Linker.Link([.. files.Select(file => ProtoParser.Parse(file.Name, SourceText.From(file.Text), parse))]);
        Assert.Empty(
            result.Files.SelectMany(file => file.Diagnostics)
                .Where(diagnostic => diagnostic.Severity == Compiler.Diagnostics.DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.Message));
        return result.Files;
    }
}
