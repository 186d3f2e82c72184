namespace ProtoGen.Compiler.Project.Diagnostics;

/// <summary>
/// Turns exceptions of the compiler's phases into diagnostics, so that a crash on one file leaves the others their output.
/// </summary>
internal static class CrashGuard
{
    /// <summary>Runs a phase; on an exception returns <paramref name="fallback"/> and a diagnostic.</summary>
    public static T Run<T>(Func<T> phase, T fallback, string doing, string? path, out ProjectDiagnostic? diagnostic)
    {
        try
        {
            diagnostic = null;
            return phase();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            diagnostic = Describe(e, doing, path);
            return fallback;
        }
    }

    private static ProjectDiagnostic Describe(Exception e, string doing, string? path) => ProjectDiagnostic.Create(
        ProjectDiagnosticKinds.InternalError, path, doing, $"{e.GetType().Name}: {OneLine(e.Message)} ({GetThrower(e)})");

    // The throwing method is what a bug report needs most; a whole stack would not fit one line.
    private static string GetThrower(Exception e) =>
        e.TargetSite is { } method ? $"{method.DeclaringType?.Name}.{method.Name}" : "unknown method";

    private static string OneLine(string text) => text.Replace("\r", "").Replace('\n', ' ');
}
