using ProtoGen.Fuzz.Checks;

namespace ProtoGen.Fuzz;

/// <summary>The result of a run.</summary>
/// <param name="Inputs">The number of compared files.</param>
/// <param name="Accepted">The number of files that protoc accepted.</param>
/// <param name="Aborts">The number of files on which protoc crashed in a known way.</param>
/// <param name="Elapsed">The duration of the run.</param>
/// <param name="Findings">The reduced differences.</param>
internal sealed record FuzzResult(int Inputs, int Accepted, int Aborts, TimeSpan Elapsed, IReadOnlyList<Finding> Findings)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Inputs} files ({Accepted} accepted, {Aborts} known aborts of protoc) in {Elapsed.TotalSeconds:F0} s, "
        + $"{Inputs / Elapsed.TotalSeconds:F0} a second: {(Findings.Count == 0 ? "no finding" : $"{Findings.Count} findings")}";
}
