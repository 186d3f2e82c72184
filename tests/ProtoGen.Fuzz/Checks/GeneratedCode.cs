using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Differential.Api;
using ProtoGen.Differential.Descriptors;

namespace ProtoGen.Fuzz.Checks;

/// <summary>What the generator makes of accepted files is C#, by its syntax.</summary>
internal static class GeneratedCode
{
    /// <summary>The first file whose C# can't be made or isn't C#; null if there is none.</summary>
    public static Difference? Check(IReadOnlyList<string> importPath, IReadOnlyList<string> files)
    {
        try
        {
            var generated = new ProtoGenCSharp(importPath, files);
            foreach (string file in files.Where(generated.Has))
            {
                string[] texts = [generated.Messages(file, CSharpOptions.Default with { HasRuntime = true }), generated.Services(file) ?? ""];
                if (texts.Select(FirstError).OfType<string>().FirstOrDefault() is { } error) return new Difference(file, DifferenceKind.Verdict, "our C# is none: " + error);
            }

            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Difference(files[0], DifferenceKind.Verdict, "generating C#: " + e);
        }
    }

    private static string? FirstError(string text) =>
        CSharpSyntaxTree.ParseText(text).GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)?.ToString();
}
