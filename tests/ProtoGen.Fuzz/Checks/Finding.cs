namespace ProtoGen.Fuzz.Checks;

/// <summary>Something wrong, reduced.</summary>
/// <param name="Detail">What is wrong.</param>
/// <param name="Folder">Where the files are that show it.</param>
/// <param name="Command">What to run to see it again, from the repository's folder.</param>
internal sealed record Finding(string Detail, string Folder, string Command)
{
    /// <inheritdoc/>
    public override string ToString() => $"FINDING {Detail}\n  files: {Folder}\n  again: {Command}";
}
