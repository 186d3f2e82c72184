namespace ProtoGen.Fuzz;

/// <summary>Files that are compiled together.</summary>
/// <param name="Inputs">The files; no name twice.</param>
/// <param name="ImportRoots">Where else their imports are.</param>
internal sealed record FuzzBatch(IReadOnlyList<FuzzInput> Inputs, IReadOnlyList<string> ImportRoots);
