using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>Collects the diagnostics of one file while it is linked.</summary>
internal sealed class LinkReporter(ParsedFile source)
{
    private readonly List<Entry> _diagnostics = [];

    /// <summary>
    /// Gets whether an error was found while the file was linked, even if the error was dropped. protoc then skips the later steps.
    /// </summary>
    internal bool HadErrors { get; private set; }

    /// <summary>Gets whether a stage after the link of the file found an error.</summary>
    internal bool HadLateErrors => HasErrorsIn(static stage => stage > LinkStage.Linking);

    /// <summary>Gets or sets whether diagnostics of the link are dropped.</summary>
    /// <remarks>Dropped errors still count. This is set for a file that had errors before and is linked only for an editor.</remarks>
    internal bool IsMuted { get; set; }

    /// <summary>Rejects the file and drops all further diagnostics of the link.</summary>
    internal void Reject()
    {
        HadErrors = true;
        IsMuted = true;
    }

    internal void Report(DiagnosticKind kind, Descriptor element, ErrorLocation where, params string[] arguments) =>
        Report(kind, element, where, related: null, arguments);

    /// <summary>Reports a diagnostic about an element with a second position.</summary>
    internal void Report(DiagnosticKind kind, Descriptor element, ErrorLocation where, RelatedSpan? related, string[] arguments)
    {
        var span = DiagnosticSpans.ProtocSpan(element, where);
        var diagnostic = span.Length > 0
            ? Create(kind, span, arguments)
            : CreateWithoutPosition(kind, DiagnosticSpans.EditorSpan(element), arguments);
        Count(related is null ? diagnostic : diagnostic with { Related = new([related]) });
    }

    internal void Report(DiagnosticKind kind, TextSpan span, params string[] arguments) => Count(Create(kind, span, arguments));

    /// <summary>Reports a diagnostic about a span that repeats or overlaps another one, with the position of the other.</summary>
    internal void ReportRepeated(DiagnosticKind kind, TextSpan span, TextSpan other, params string[] arguments)
    {
        var diagnostic = Create(kind, span, arguments);
        Count(other.Length == 0 ? diagnostic : diagnostic with { Related = new([new RelatedSpan(source.Path, source.Text, other)]) });
    }

    internal void ReportImport(DiagnosticKind kind, string path, params string[] arguments) =>
        Report(kind, DiagnosticSpans.ImportSpan(source.File, path), arguments);

    /// <summary>Reports a diagnostic of a stage after the link of the file.</summary>
    internal void ReportLate(LinkStage stage, DiagnosticKind kind, TextSpan span, params string[] arguments) =>
        _diagnostics.Add(new Entry(stage, Create(kind, span, arguments)));

    /// <summary>Adds a diagnostic that was found before the link. It does not reject the file.</summary>
    internal void Add(Diagnostic diagnostic)
    {
        if (!IsMuted) _diagnostics.Add(new Entry(LinkStage.Linking, diagnostic));
    }

    /// <summary>Returns the diagnostics of one stage in protoc's order.</summary>
    internal IReadOnlyList<Diagnostic> At(LinkStage stage)
    {
        if (_diagnostics.Count == 0) return [];
        var found = new List<Diagnostic>();
        foreach (var (other, diagnostic) in _diagnostics)
            if (other == stage) found.Add(diagnostic);
        return found;
    }

    /// <summary>Returns whether a stage found an error.</summary>
    internal bool HasErrorsAt(LinkStage stage) => HasErrorsIn(other => other == stage);

    /// <summary>Returns the diagnostics that protoc would print if the file were the only one on the command line.</summary>
    internal IReadOnlyList<Diagnostic> All()
    {
        var all = new List<Diagnostic>(At(LinkStage.Linking));
        if (HadErrors) return all;
        for (var stage = LinkStage.Lifetimes; stage <= LinkStage.OptionImports; stage++)
        {
            // protoc runs these two stages together.
            var first = stage == LinkStage.OptionTargets ? LinkStage.FieldNumbers : stage;
            if (HasErrorsIn(other => other > LinkStage.Linking && other < first)) break;
            all.AddRange(At(stage));
        }

        return all;
    }

    private bool HasErrorsIn(Predicate<LinkStage> isMeant) =>
        _diagnostics.Exists(entry => isMeant(entry.Stage) && entry.Diagnostic.Severity == DiagnosticSeverity.Error);

    private void Count(Diagnostic diagnostic)
    {
        HadErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        Add(diagnostic);
    }

    private Diagnostic Create(DiagnosticKind kind, TextSpan span, string[] arguments)
    {
        if (span.Length == 0) return CreateWithoutPosition(kind, default, arguments);
        var (line, column) = source.Text.GetPosition(span.Start);
        return new Diagnostic(kind, source.File.Name, line, column, span) { Arguments = new(arguments) };
    }

    private Diagnostic CreateWithoutPosition(DiagnosticKind kind, TextSpan editorSpan, string[] arguments) =>
        new(kind, source.File.Name, -1, -1, editorSpan) { Arguments = new(arguments) };

    /// <summary>A diagnostic and the stage that found it.</summary>
    /// <remarks>It is a class, because a ReadyToRun image has no code for lists of our own structs.</remarks>
    private sealed record Entry(LinkStage Stage, Diagnostic Diagnostic);
}
