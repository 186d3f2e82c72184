using Microsoft.CodeAnalysis.Text;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.Collections;
using ProtoGen.Compiler.Diagnostics;
using ProtoGen.SourceGenerator.Imports;
using ProtoGen.SourceGenerator.Inputs;
using ProtoGen.SourceGenerator.Linking;
using CompilerText = ProtoGen.Compiler.Text.SourceText;

namespace ProtoGen.SourceGenerator.Diagnostics;

/// <summary>All that is to be said about one file: the parser's, the linker's and the generator's own.</summary>
internal static class FileDiagnostics
{
    /// <summary>The diagnostics in the order in which they are found.</summary>
    public static EquatableArray<DiagnosticData> Collect(OwnFile own)
    {
        var path = own.File.DisplayPath;
        var text = own.File.Parsed.Text;
        var found = new List<DiagnosticData>();
        if (own.File.Failure is { } failure) found.Add(failure);
        foreach (var problem in own.File.Resolved.Settings.Problems) found.Add(Describe(problem, path));

        if (IsBlank(text))
        {
            found.Add(GeneratorDiagnostics.Create(GeneratorDiagnostics.EmptyFile, path));
            return new(found.ToArray());
        }

        foreach (var diagnostic in own.File.Parsed.Diagnostics) found.Add(Translate(diagnostic, path, text));
        if (own.Linked is not null)
            foreach (var diagnostic in own.Linked.Diagnostics)
                found.Add(Explain(Translate(diagnostic, path, text), diagnostic, own.File.Resolved));
        return new(found.ToArray());
    }

    /// <summary>A setting's problem as a diagnostic.</summary>
    public static DiagnosticData Describe(SettingProblem problem, string? path) => GeneratorDiagnostics.Create(
        problem.IsError ? GeneratorDiagnostics.InvalidSetting : GeneratorDiagnostics.SettingWithoutEffect,
        path, problem.Setting, problem.Value, problem.Advice);

    private static DiagnosticData Translate(Diagnostic diagnostic, string path, CompilerText text)
    {
        var isError = diagnostic.Severity == DiagnosticSeverity.Error;
        if (diagnostic.Line < 0 && diagnostic.Span.Length == 0) return new DiagnosticData(diagnostic.Id, isError, diagnostic.Message, path);

        var start = text.GetUtf16Offset(diagnostic.Span.Start);
        var end = text.GetUtf16Offset(diagnostic.Span.End);
        var lines = new LinePositionSpan(GetPosition(text, diagnostic.Span.Start), GetPosition(text, diagnostic.Span.End));
        return new DiagnosticData(diagnostic.Id, isError, diagnostic.Message, path, TextSpan.FromBounds(start, end), lines);
    }

    private static LinePosition GetPosition(CompilerText text, int offset)
    {
        var (line, column) = text.GetUtf16Position(offset);
        return new LinePosition(line, column);
    }

    // protoc says that an import is not found; where it was looked for is what one needs to mend it.
    private static DiagnosticData Explain(DiagnosticData data, Diagnostic diagnostic, ResolvedFile file)
    {
        foreach (var missing in file.Missing)
        {
            if (!diagnostic.Message.StartsWith($"Import \"{missing.Import}\" ", StringComparison.Ordinal)) continue;
            var similar = missing.SimilarPath is null ? "" : $" A file differs from it only in case: {missing.SimilarPath}.";
            return data with
            {
                Message = $"{data.Message} Looked in {string.Join(", ", missing.Tried)} and for any .proto of the project whose path ends with it.{similar} "
                    + "Add the file to the project, or the folder that the import is relative to as ProtoRoot or AdditionalImportDirs of the item, "
                    + $"or reference {GetPackage(missing.Import) ?? "a project or package that has its types"}.",
            };
        }

        return data;
    }

    private static string? GetPackage(string import)
    {
        string[] folders = ["google/api/", "google/rpc/", "google/type/"];
        foreach (var folder in folders)
            if (import.StartsWith(folder, StringComparison.Ordinal))
                return "the package Google.Api.CommonProtos";
        return null;
    }

    private static bool IsBlank(CompilerText text)
    {
        foreach (var c in text.ToString())
            if (!char.IsWhiteSpace(c) && c != '\uFEFF')
                return false;
        return true;
    }
}
