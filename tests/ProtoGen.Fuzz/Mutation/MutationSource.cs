namespace ProtoGen.Fuzz.Mutation;

/// <summary>What mutations draw from.</summary>
/// <param name="Random">Chance.</param>
/// <param name="Others">Other files, to take parts of.</param>
internal sealed record MutationSource(Random Random, IReadOnlyList<string> Others)
{
    /// <summary>One of some items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Random.Next(items.Count)];
}
