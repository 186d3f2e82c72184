namespace ProtoGen.Compiler.Project.Diagnostics;

/// <summary>
/// Converts exceptions in the compiler to diagnostics, so that a crash on one file does not affect the output of the others.
/// </summary>
internal static class CrashGuard
{
    /// <summary>Runs a phase and returns its result, or <paramref name="fallback"/> and a diagnostic if it throws.</summary>
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

    // A bug report needs the throwing method most; a whole stack trace would not fit on one line.
    private static string GetThrower(Exception e) =>
        e.TargetSite is { } method ? $"{method.DeclaringType?.Name}.{method.Name}" : "unknown method";

    private static string OneLine(string text) => text.Replace("\r", "").Replace('\n', ' ');
}
