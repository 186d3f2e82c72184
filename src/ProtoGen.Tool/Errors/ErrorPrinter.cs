using ProtoGen.Compiler.Diagnostics;
using ProtoGen.Tool.CommandLine;
using ProtoGen.Tool.Reporting;
using ProtoGen.Tool.Sources;

namespace ProtoGen.Tool.Errors;

/// <summary>Prints diagnostics as protoc does: with the path on disk and one-based lines and columns.</summary>
internal sealed class ErrorPrinter(ErrorStream errors, ErrorFormat format, SourceTree? tree)
{
    public bool HasErrors { get; private set; }

    public bool HasWarnings { get; private set; }

    public void Print(Diagnostic diagnostic)
    {
        var isWarning = diagnostic.Severity == DiagnosticSeverity.Warning;
        HasErrors |= !isWarning;
        // protoc does not count this warning, so --fatal_warnings does not make it fatal.
        HasWarnings |= isWarning && diagnostic.Id != LinkDiagnostics.GenericServices.Id;
        var file = diagnostic.Id == LinkDiagnostics.EditionUnsupported.Id ? diagnostic.File : FindPath(diagnostic.File);
        errors.WriteLine($"{file}{FormatPosition(diagnostic, isWarning)}: {(isWarning ? "warning: " : "")}{diagnostic.Message}");
    }

    /// <summary>Returns the name of a file in messages: its path on disk, or its import name if there is none.</summary>
    private string FindPath(string file) => tree?.FindOnDisk(file) ?? file;

    private string FormatPosition(Diagnostic diagnostic, bool isWarning)
    {
        if (diagnostic.Line < 0)
        {
            return "";
        }

        return Position(format, diagnostic.Line + 1, diagnostic.Column + 1, isWarning);
    }

    /// <summary>Formats a one-based position to follow the name of a file.</summary>
    public static string Position(ErrorFormat format, int line, int column, bool isWarning) =>
        format == ErrorFormat.Gcc ? $":{line}:{column}" : $"({line}) : {(isWarning ? "warning" : "error")} in column={column}";
}
