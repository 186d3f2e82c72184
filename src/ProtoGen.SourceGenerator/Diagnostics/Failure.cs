namespace ProtoGen.SourceGenerator.Diagnostics;

/// <summary>Turns exceptions of the compiler's phases into a diagnostic: a defect must not take all output away.</summary>
internal static class Failure
{
    /// <summary>Runs a phase; on an exception gives <paramref name="otherwise"/> and the diagnostic.</summary>
    public static T Catch<T>(Func<T> phase, T otherwise, string doing, string? path, out DiagnosticData? diagnostic)
    {
        try
        {
            diagnostic = null;
            return phase();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            diagnostic = Describe(e, doing, path);
            return otherwise;
        }
    }

    private static DiagnosticData Describe(Exception e, string doing, string? path) => GeneratorDiagnostics.Create(
        GeneratorDiagnostics.InternalError, path, doing, $"{e.GetType().Name}: {OneLine(e.Message)} ({GetPlace(e)})");

    // Where it was thrown is what a report needs most; a whole stack would not fit one line.
    private static string GetPlace(Exception e) => e.TargetSite is { } method ? $"{method.DeclaringType?.Name}.{method.Name}" : "unknown place";

    private static string OneLine(string text) => text.Replace("\r", "").Replace('\n', ' ');
}
