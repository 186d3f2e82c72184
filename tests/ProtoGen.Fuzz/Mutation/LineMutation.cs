namespace ProtoGen.Fuzz.Mutation;

/// <summary>Deletes, repeats or moves a run of lines.</summary>
internal sealed class LineMutation : IMutation
{
    private const int MaxRun = 6;

    public string Apply(string text, MutationSource source)
    {
        List<string> lines = [.. text.Split('\n')];
        var random = source.Random;
        var at = random.Next(lines.Count);
        var count = random.Next(1, Math.Min(MaxRun, lines.Count - at) + 1);
        var run = lines.GetRange(at, count);
        var kind = random.Next(3);
        if (kind != 0) lines.RemoveRange(at, count);
        if (kind != 1) lines.InsertRange(random.Next(lines.Count + 1), run);
        return string.Join('\n', lines);
    }
}
