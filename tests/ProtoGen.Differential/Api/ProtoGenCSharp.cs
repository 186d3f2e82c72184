using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Emit;
using ProtoGen.Compiler.Emit.Services;
using ProtoGen.Compiler.Linking;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Differential.Api;

/// <summary>The C# that ProtoGen generates for some files.</summary>
internal sealed class ProtoGenCSharp
{
    private readonly Dictionary<string, FileDescriptor> _files = [];
    private readonly Dictionary<string, string> _errors = [];

    /// <summary>
    /// Parses and links the files and what they import, together as protoc does: extensions with the same number in several files decide
    /// how options are written.
    /// </summary>
    /// <param name="importPath">The folders that import names start from.</param>
    /// <param name="files">Import names.</param>
    public ProtoGenCSharp(IReadOnlyList<string> importPath, IReadOnlyList<string> files)
    {
        var parsed = new Dictionary<string, ParsedFile>();
        foreach (var file in files) Parse(importPath, file, parsed);
        foreach (var linked in Linker.Link([.. parsed.Values], new LinkOptions { CommandLine = files }).Files)
        {
            if (linked is { File: not null, HasErrors: false }) _files[linked.Name] = linked.File;
            else _errors[linked.Name] = string.Join("; ", linked.Diagnostics.Select(diagnostic => diagnostic.Message));
        }
    }

    /// <summary>Returns whether the file was accepted.</summary>
    public bool Has(string file) => _files.ContainsKey(file);

    /// <summary>Returns whether the file was accepted and has services.</summary>
    public bool HasServices(string file) => _files.TryGetValue(file, out var found) && found.Services.Count > 0;

    /// <summary>Gets the errors of a rejected file.</summary>
    public string Error(string file) => _errors.GetValueOrDefault(file, "not found");

    /// <summary>Returns the messages.</summary>
    public string Messages(string file, CSharpOptions options) => MessagesEmitter.Emit(CSharpModelBuilder.Build(_files[file], options));

    /// <summary>Returns the services; null if the file has none.</summary>
    public string? Services(string file, ServicesOptions options) =>
        ServicesModelBuilder.Build(_files[file], options) is { } model ? ServicesEmitter.Emit(model) : null;

    private static void Parse(IReadOnlyList<string> importPath, string file, Dictionary<string, ParsedFile> parsed)
    {
        if (parsed.ContainsKey(file)) return;
        if (importPath.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists) is not { } path) return;
        var result = ProtoParser.Parse(file, SourceText.From(File.ReadAllBytes(path)), new ParseOptions { RecordLocations = true });
        parsed.Add(file, result);
        foreach (var import in result.File.Imports) Parse(importPath, import.Path, parsed);
    }
}
