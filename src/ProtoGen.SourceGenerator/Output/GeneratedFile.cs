using ProtoGen.SourceGenerator.Diagnostics;

namespace ProtoGen.SourceGenerator.Output;

/// <summary>A file of generated C#.</summary>
/// <param name="HintName">Its name in the compilation.</param>
/// <param name="Text">Its text; null if emitting failed.</param>
/// <param name="Failure">What went wrong in the emitter itself; null as a rule.</param>
internal sealed record GeneratedFile(string HintName, string? Text, DiagnosticData? Failure)
{
    /// <summary>Emits a file.</summary>
    public static GeneratedFile Emit(FileOutput output, string suffix, Func<string> emit)
    {
        var text = SourceGenerator.Diagnostics.Failure.Catch<string?>(emit, null, "write its C#", output.Path, out var failure);
        return new GeneratedFile(output.HintName + suffix, text, failure);
    }
}
