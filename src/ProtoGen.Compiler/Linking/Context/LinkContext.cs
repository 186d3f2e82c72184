using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Symbols;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>The state that all steps of linking one file share.</summary>
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
        FileSymbols = pool.Add(File, source);
        Imports = new ImportScope(pool, File);
        Symbols = new SymbolLookup(pool, File, Imports);
    }

    internal SymbolPool Pool { get; }

    internal ParsedFile Source { get; }

    internal FileDescriptor File { get; }

    /// <summary>Gets the symbols that the pool keeps for the file.</summary>
    internal FileSymbols FileSymbols { get; }

    /// <summary>Gets the options that protoc is built with.</summary>
    internal Lazy<BuiltInOptions> BuiltIn { get; }

    /// <summary>Gets or sets the types and extensions by which the file's options were interpreted; null before that.</summary>
    internal OptionBindings? OptionBindings { get; set; }

    /// <summary>Gets the lookup of extension ranges.</summary>
    internal ExtensionRanges ExtensionRanges { get; } = new();

    internal ImportScope Imports { get; }

    internal SymbolLookup Symbols { get; }

    internal LinkReporter Reporter { get; }

    /// <summary>Gets the elements with options, in the order in which protoc interprets them.</summary>
    internal List<OptionsToInterpret> OptionsToInterpret { get; } = [];

    /// <summary>Gets whether the parser or the linker found an error. protoc then skips the later steps.</summary>
    internal bool HadErrors => Reporter.HadErrors || Source.HasErrors;

    /// <summary>Gets the names that no loaded file declares, with the elements that use them.</summary>
    internal List<(Descriptor User, string Name)> Unresolved { get; } = [];

    internal void Report(DiagnosticKind kind, Descriptor element, ErrorLocation where, params string[] arguments) =>
        Reporter.Report(kind, element, where, arguments);

    /// <summary>Reports a diagnostic about an element that repeats a name or number, with the position of the first one.</summary>
    internal void ReportRepeated(
        DiagnosticKind kind, Descriptor element, ErrorLocation where, Descriptor first, params string[] arguments) =>
        Reporter.Report(kind, element, where, RelatedTo(first), arguments);

    /// <summary>Reports a diagnostic about an option in the source.</summary>
    internal void Report(DiagnosticKind kind, OptionsToInterpret element, OptionNode option, ErrorLocation where, params string[] arguments)
    {
        var span = where == ErrorLocation.OptionValue ? option.ValueSpan : option.NameSpan;
        Reporter.Report(kind, element.IsSynthesized ? default : span, arguments);
    }

    internal void QueueOptions(Descriptor element, List<OptionNode> options, bool isSynthesized = false)
    {
        if (options.Count == 0) return;
        if (HasNamelessPart(options)) Reporter.Report(LinkDiagnostics.OptionWithoutName, default(TextSpan));
        else OptionsToInterpret.Add(new OptionsToInterpret(element, options, isSynthesized));
    }

    private RelatedSpan? RelatedTo(Descriptor element)
    {
        var span = DiagnosticSpans.EditorSpan(element);
        return span.Length > 0 && Pool.Find(element.File) is { Source: var source }
            ? new RelatedSpan(source.Path, source.Text, span)
            : null;
    }

    /// <summary>Returns whether an option has the name <c>()</c>, which the parser accepts.</summary>
    private static bool HasNamelessPart(List<OptionNode> options)
    {
        foreach (var option in options)
        {
            foreach (var part in option.NameParts)
                if (part.Text.Length == 0) return true;
        }

        return false;
    }
}
