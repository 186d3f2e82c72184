namespace ProtoGen.Fuzz.Seeds;

/// <summary>A folder of files to mutate.</summary>
/// <param name="Root">The folder that import names start from.</param>
/// <param name="Files">The files, as they are.</param>
internal sealed record SeedFolder(string Root, IReadOnlyList<FuzzInput> Files);
