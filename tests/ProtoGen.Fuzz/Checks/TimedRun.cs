using ProtoGen.Differential.Descriptors;

namespace ProtoGen.Fuzz.Checks;

/// <summary>Runs protogenc with a time limit. A run over the limit cannot be stopped and continues in the background.</summary>
internal static class TimedRun
{
    /// <summary>The <see cref="CompilerRun.ExitCode"/> of a run over the limit.</summary>
    public const int Hangs = 3;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Compiles the files.</summary>
    public static CompilerRun ProtoGen(IReadOnlyList<string> importPath, IReadOnlyList<string> files, CompilerOutput output)
    {
        CompilerRun? run = null;
        var thread = new Thread(() => run = CompilerRun.RunProtoGen(importPath, files, output)) { IsBackground = true };
        thread.Start();
        return thread.Join(Limit)
            ? run!
            : new CompilerRun(Hangs, [$"no end after {Limit.TotalSeconds} s"], new Dictionary<string, byte[]>());
    }
}
