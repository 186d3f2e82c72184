using ProtoGen.Fuzz.Checks;

namespace ProtoGen.Fuzz;

/// <summary>What a run found.</summary>
/// <param name="Inputs">How many files were compared.</param>
/// <param name="Accepted">How many of them protoc accepted.</param>
/// <param name="Aborts">On how many protoc died in a known way.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Findings">What is wrong, each reduced.</param>
internal sealed record FuzzResult(int Inputs, int Accepted, int Aborts, TimeSpan Elapsed, IReadOnlyList<Finding> Findings)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Inputs} files ({Accepted} accepted, {Aborts} known aborts of protoc) in {Elapsed.TotalSeconds:F0} s, "
        + $"{Inputs / Elapsed.TotalSeconds:F0} a second: {(Findings.Count == 0 ? "no finding" : $"{Findings.Count} findings")}";
}
