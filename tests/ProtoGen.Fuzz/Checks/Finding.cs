namespace ProtoGen.Fuzz.Checks;

/// <summary>A reduced difference.</summary>
/// <param name="Detail">The difference.</param>
/// <param name="Folder">The folder of the files that show it.</param>
/// <param name="Command">The command that shows it again, run in the repository's folder.</param>
internal sealed record Finding(string Detail, string Folder, string Command)
{
    /// <inheritdoc/>
    public override string ToString() => $"FINDING {Detail}\n  files: {Folder}\n  again: {Command}";
}
