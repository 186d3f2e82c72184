namespace ProtoGen.Fuzz.Mutation;

/// <summary>The input of a mutation.</summary>
/// <param name="Random">The random numbers.</param>
/// <param name="Others">Other files whose parts may be inserted.</param>
internal sealed record MutationSource(Random Random, IReadOnlyList<string> Others)
{
    /// <summary>Returns a random item.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Random.Next(items.Count)];
}
