namespace ProtoGen.Fuzz;

/// <summary>Files that are compiled together.</summary>
/// <param name="Inputs">The files, with unique names.</param>
/// <param name="ImportRoots">Additional import roots.</param>
internal sealed record FuzzBatch(IReadOnlyList<FuzzInput> Inputs, IReadOnlyList<string> ImportRoots);
