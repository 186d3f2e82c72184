namespace ProtoGen.Fuzz.Mutation;

/// <summary>Inserts, deletes or replaces a few bytes.</summary>
internal sealed class ByteMutation : IMutation
{
    private const string Likely = "\0\t\n\r\v\f \"'\\/*{}[]()<>;:,.=-+_09aAzZ\u007f\u0080\u00c3\u00ef\u00bb\u00bf\u00ff";

    public string Apply(string text, MutationSource source)
    {
        var random = source.Random;
        var at = random.Next(text.Length + 1);
        var removed = Math.Min(random.Next(3), text.Length - at);
        var inserted = random.Next(3) == 0 ? "" : string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => NextCharacter(random)));
        return text[..at] + inserted + text[(at + removed)..];
    }

    private static char NextCharacter(Random random) => random.Next(4) == 0 ? (char)random.Next(256) : Likely[random.Next(Likely.Length)];
}
