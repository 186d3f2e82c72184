using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Compiler.Syntax;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>Gathers what is wrong with one file while it is linked.</summary>
internal sealed class LinkReporter(ParsedFile source)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<Diagnostic> _deferred = [];
    private readonly List<Diagnostic> _final = [];
    private readonly List<Diagnostic> _finalTargets = [];
    private readonly List<Diagnostic> _finalImports = [];

    /// <summary>Whether an error was found so far; protoc skips later phases then.</summary>
    internal bool HadErrors { get; private set; }

    /// <summary>Whether a check that comes after the file is linked found an error.</summary>
    internal bool HadDeferredErrors { get; private set; }

    /// <summary>While set, errors count but are not kept: the file had errors before and is linked for what can be had.</summary>
    internal bool IsMuted { get; set; }

    /// <summary>Counts the file as wrong without more words about it.</summary>
    internal void Reject()
    {
        HadErrors = true;
        IsMuted = true;
    }

    /// <summary>In the order in which protoc reports them.</summary>
    internal IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>What protoc reports when the file and all its imports are linked.</summary>
    internal IReadOnlyList<Diagnostic> Deferred => _deferred;

    /// <summary>What protoc reports when all files of a command line are linked.</summary>
    internal IReadOnlyList<Diagnostic> Final => _final;

    /// <summary>What protoc reports after that of all files: options on elements that they are not for.</summary>
    internal IReadOnlyList<Diagnostic> FinalTargets => _finalTargets;

    /// <summary>What protoc reports last, if there is nothing else: an edition that it only knows of.</summary>
    internal Diagnostic? Edition { get; private set; }

    /// <summary>What protoc dies of without a word, if there is nothing else: missing <c>import option</c> files that it did not need.</summary>
    internal IReadOnlyList<Diagnostic> FinalImports => _finalImports;

    /// <summary>Whether something that comes when the file is linked is wrong.</summary>
    internal bool HadLateErrors => HadDeferredErrors || HadFinalErrors || _finalImports.Count > 0;

    private bool HadFinalErrors => _final.Count > 0 || _finalTargets.Count > 0 || Edition is not null;

    internal void Report(DiagnosticKind kind, Descriptor element, ErrorLocation where, params string[] arguments) =>
        Report(kind.Id, kind.Severity, element, where, kind.GetMessage(arguments));

    internal void Report(string id, DiagnosticSeverity severity, Descriptor element, ErrorLocation where, string message)
    {
        HadErrors |= severity == DiagnosticSeverity.Error;
        if (IsMuted) return;
        var place = DiagnosticSpans.ProtocSpan(element, where);
        _diagnostics.Add(place.Length > 0 ? Make(id, severity, place, message) : MakePlaceless(id, severity, DiagnosticSpans.EditorSpan(element), message));
    }

    internal void Report(DiagnosticKind kind, TextSpan place, params string[] arguments) =>
        Report(kind.Id, kind.Severity, place, kind.GetMessage(arguments));

    internal void ReportImport(DiagnosticKind kind, string path, params string[] arguments) =>
        Report(kind.Id, kind.Severity, DiagnosticSpans.ImportSpan(source.File, path), kind.GetMessage(arguments));

    internal void AddFinalImport(DiagnosticKind kind, string path) =>
        _finalImports.Add(Make(kind.Id, kind.Severity, DiagnosticSpans.ImportSpan(source.File, path), kind.GetMessage(path)));

    internal void Report(string id, DiagnosticSeverity severity, TextSpan span, string message)
    {
        HadErrors |= severity == DiagnosticSeverity.Error;
        if (!IsMuted) _diagnostics.Add(Make(id, severity, span, message));
    }

    internal void Add(Diagnostic diagnostic)
    {
        if (!IsMuted) _diagnostics.Add(diagnostic);
    }

    internal void Defer(string id, DiagnosticSeverity severity, TextSpan span, string message)
    {
        HadDeferredErrors |= severity == DiagnosticSeverity.Error;
        _deferred.Add(Make(id, severity, span, message));
    }

    internal void AddFinal(DiagnosticKind kind, params string[] arguments) =>
        _final.Add(Make(kind.Id, kind.Severity, default, kind.GetMessage(arguments)));

    internal void AddFinalTarget(string id, string message) => _finalTargets.Add(Make(id, DiagnosticSeverity.Error, default, message));

    internal void SetEdition(DiagnosticKind kind, params string[] arguments) =>
        Edition = Make(kind.Id, kind.Severity, default, kind.GetMessage(arguments));

    /// <summary>Everything that protoc would print of this file if it was alone on the command line.</summary>
    internal IReadOnlyList<Diagnostic> All()
    {
        if (_deferred.Count == 0 && !HadLateErrors) return _diagnostics.ToArray();
        List<Diagnostic> all = [.. _diagnostics];
        if (HadErrors) return all;
        all.AddRange(_deferred);
        if (HadDeferredErrors) return all;
        all.AddRange(_final);
        all.AddRange(_finalTargets);
        if (Edition is not null && _final.Count == 0 && _finalTargets.Count == 0) all.Add(Edition);
        if (!HadFinalErrors) all.AddRange(_finalImports);
        return all;
    }

    private Diagnostic Make(string id, DiagnosticSeverity severity, TextSpan span, string message)
    {
        if (span.Length == 0) return MakePlaceless(id, severity, default, message);
        var (line, column) = source.Text.GetPosition(span.Start);
        return new Diagnostic(id, severity, source.File.Name, line, column, span, message);
    }

    private Diagnostic MakePlaceless(string id, DiagnosticSeverity severity, TextSpan editorSpan, string message) =>
        new(id, severity, source.File.Name, -1, -1, editorSpan, message);
}
