using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Diagnostics;

/// <summary>Collects the diagnostics of one file in the order in which they are found.</summary>
internal sealed class DiagnosticCollector(string file)
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Gets whether an error was found.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Gets or sets whether diagnostics are dropped, which is useful when parsing continues only to complete the tree.</summary>
    public bool IsMuted { get; set; }

    public void Add(DiagnosticKind kind, int line, int column, TextSpan span, params string[] arguments)
    {
        if (IsMuted)
        {
            return;
        }

        HasErrors |= kind.Severity == DiagnosticSeverity.Error;
        _diagnostics.Add(new Diagnostic(kind, file, line, column, span) { Arguments = new(arguments) });
    }

    public Diagnostic[] ToArray() => _diagnostics.Count == 0 ? [] : _diagnostics.ToArray();
}
