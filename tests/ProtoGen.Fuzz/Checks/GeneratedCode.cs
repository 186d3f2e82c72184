using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoGen.Compiler.CSharp;
using ProtoGen.Compiler.CSharp.Services;
using ProtoGen.Differential.Api;
using ProtoGen.Differential.Descriptors;

namespace ProtoGen.Fuzz.Checks;

/// <summary>Checks that the code generated for accepted files is syntactically valid C#.</summary>
internal static class GeneratedCode
{
    /// <summary>Returns the first file whose C# cannot be generated or is invalid, or null.</summary>
    public static Difference? Check(IReadOnlyList<string> importPath, IReadOnlyList<string> files)
    {
        try
        {
            var generated = new ProtoGenCSharp(importPath, files);
            foreach (var file in files.Where(generated.Has))
            {
                string[] texts =
                [
                    generated.Messages(file, CSharpOptions.Default with { HasRuntime = true }),
                    generated.Services(file, ServicesOptions.Default) ?? "",
                ];
                if (texts.Select(FirstError).OfType<string>().FirstOrDefault() is { } error)
                    return new Difference(file, DifferenceKind.Verdict, "our C# is none: " + error);
            }

            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Difference(files[0], DifferenceKind.Verdict, "generating C#: " + e);
        }
    }

    private static string? FirstError(string text) =>
        CSharpSyntaxTree.ParseText(text)
            .GetDiagnostics()
            .FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)?
            .ToString();
}
