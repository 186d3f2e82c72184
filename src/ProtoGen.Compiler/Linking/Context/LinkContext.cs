using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Symbols;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>One file while it is linked: what all phases share.</summary>
internal sealed class LinkContext
{
    internal LinkContext(SymbolPool pool, ParsedFile source, Lazy<BuiltInOptions> builtIn)
    {
        BuiltIn = builtIn;
        Pool = pool;
        Source = source;
        Reporter = new LinkReporter(source);
        File = new FileDescriptor
        {
            Name = source.File.Name,
            Package = source.File.Package.Text,
            Edition = source.File.Edition,
            SourceNode = source.File,
            SourceLocations = source.Locations,
        };
        File.File = File;
        FileSymbols = pool.Add(File);
        Imports = new ImportScope(pool, File);
        Symbols = new SymbolLookup(pool, File, Imports);
    }

    internal SymbolPool Pool { get; }

    internal ParsedFile Source { get; }

    internal FileDescriptor File { get; }

    /// <summary>Gets what the pool knows about the file.</summary>
    internal FileSymbols FileSymbols { get; }

    /// <summary>Gets the options that protoc is built with.</summary>
    internal Lazy<BuiltInOptions> BuiltIn { get; }

    /// <summary>Gets or sets what the file's options are interpreted against; null until they are.</summary>
    internal OptionBindings? OptionBindings { get; set; }

    /// <summary>Gets the search for extension ranges.</summary>
    internal ExtensionRanges ExtensionRanges { get; } = new();

    internal ImportScope Imports { get; }

    internal SymbolLookup Symbols { get; }

    internal LinkReporter Reporter { get; }

    /// <summary>Elements with options, in the order in which protoc interprets them.</summary>
    internal List<OptionsToInterpret> OptionsToInterpret { get; } = [];

    /// <summary>Whether the parser or the linker found an error; protoc skips later phases then.</summary>
    internal bool HadErrors => Reporter.HadErrors || Source.HasErrors;

    /// <summary>Names that no loaded file declares, with what uses them.</summary>
    internal List<(Descriptor User, string Name)> Unresolved { get; } = [];

    internal void Report(DiagnosticKind kind, Descriptor element, ErrorLocation where, params string[] arguments) =>
        Reporter.Report(kind, element, where, arguments);

    internal void AddError(string id, Descriptor element, ErrorLocation where, string message) =>
        Reporter.Report(id, DiagnosticSeverity.Error, element, where, message);

    internal void AddWarning(string id, Descriptor element, ErrorLocation where, string message) =>
        Reporter.Report(id, DiagnosticSeverity.Warning, element, where, message);

    /// <summary>An error about one option as written.</summary>
    internal void AddError(string id, OptionsToInterpret element, OptionNode option, ErrorLocation where, string message)
    {
        var span = where == ErrorLocation.OptionValue ? option.ValueSpan : option.NameSpan;
        Reporter.Report(id, DiagnosticSeverity.Error, element.IsSynthesized ? default : span, message);
    }

    /// <summary>An error that protoc finds when the file and its imports are linked.</summary>
    internal void AddDeferredError(string id, Descriptor element, string message) =>
        Reporter.Defer(id, DiagnosticSeverity.Error, DiagnosticSpans.ProtocSpan(element, ErrorLocation.Name), message);

    /// <summary>A warning that protoc gives when the file and its imports are linked.</summary>
    internal void AddDeferredWarning(string id, Descriptor element, string message) =>
        Reporter.Defer(id, DiagnosticSeverity.Warning, DiagnosticSpans.ProtocSpan(element, ErrorLocation.Name), message);

    /// <summary>An error without a place that protoc finds when all files of a command line are linked.</summary>
    internal void AddFinalError(string id, string message) => Reporter.AddFinalTarget(id, message);

    internal void QueueOptions(Descriptor element, List<OptionNode> options, bool isSynthesized = false)
    {
        if (options.Count == 0) return;
        if (HasNamelessPart(options)) Reporter.Report(LinkDiagnostics.OptionWithoutName, default(Text.TextSpan));
        else OptionsToInterpret.Add(new OptionsToInterpret(element, options, isSynthesized));
    }

    /// <summary>Whether an option is called <c>()</c>, which the parser lets pass.</summary>
    private static bool HasNamelessPart(List<OptionNode> options)
    {
        foreach (var option in options)
            foreach (var part in option.NameParts)
                if (part.Text.Length == 0) return true;
        return false;
    }
}
