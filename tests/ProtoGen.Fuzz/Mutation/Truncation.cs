namespace ProtoGen.Fuzz.Mutation;

/// <summary>Cuts the end off, as while someone types.</summary>
internal sealed class Truncation : IMutation
{
    public string Apply(string text, MutationSource source) => text[..source.Random.Next(text.Length + 1)];
}
