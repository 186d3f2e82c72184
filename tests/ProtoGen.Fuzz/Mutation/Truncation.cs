namespace ProtoGen.Fuzz.Mutation;

/// <summary>Removes the end of the file, as while someone types.</summary>
internal sealed class Truncation : IMutation
{
    public string Apply(string text, MutationSource source) => text[..source.Random.Next(text.Length + 1)];
}
