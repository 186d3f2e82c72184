using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Diagnostics;

/// <summary>Gathers the diagnostics of one file in the order in which they are found.</summary>
internal sealed class DiagnosticCollector(string file)
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Whether an error was found.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>While set, nothing is added: the parser only goes on to fill the tree.</summary>
    public bool IsMuted { get; set; }

    public void Add(DiagnosticKind kind, int line, int column, TextSpan span, params string[] arguments)
    {
        if (IsMuted)
        {
            return;
        }

        HasErrors |= kind.Severity == DiagnosticSeverity.Error;
        _diagnostics.Add(new Diagnostic(kind.Id, kind.Severity, file, line, column, span, kind.GetMessage(arguments)));
    }

    public Diagnostic[] ToArray() => _diagnostics.Count == 0 ? [] : _diagnostics.ToArray();
}
