namespace ProtoGen.Fuzz.Mutation;

/// <summary>Inserts lines of another file, or continues with the other file.</summary>
internal sealed class SpliceMutation : IMutation
{
    private const int MaxRun = 12;

    public string Apply(string text, MutationSource source)
    {
        var lines = text.Split('\n');
        var others = source.Pick(source.Others).Split('\n');
        var at = source.Random.Next(lines.Length + 1);
        var from = source.Random.Next(others.Length);
        return source.Random.Next(4) == 0
            ? string.Join('\n', lines.Take(at).Concat(others.Skip(from)))
            : string.Join('\n', lines.Take(at).Concat(others.Skip(from).Take(source.Random.Next(1, MaxRun))).Concat(lines.Skip(at)));
    }
}
