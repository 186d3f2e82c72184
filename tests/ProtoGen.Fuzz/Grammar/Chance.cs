namespace ProtoGen.Fuzz.Grammar;

/// <summary>Makes the random decisions of the generator: mostly valid ones, sometimes invalid ones.</summary>
internal sealed class Chance(Random random)
{
    private const int WrongOneIn = 150;
    private const int BoldOneIn = 60;

    /// <summary>Gets whether to generate something invalid here.</summary>
    public bool IsWrong => random.Next(WrongOneIn) == 0;

    /// <summary>Gets whether to generate something that is valid only in some contexts, without checking the context.</summary>
    public bool IsBold => random.Next(BoldOneIn) == 0;

    /// <summary>Returns true once in the given number of calls, on average.</summary>
    public bool OnceIn(int times) => random.Next(times) == 0;

    /// <summary>Returns a number from 0 to below the limit.</summary>
    public int Below(int limit) => random.Next(limit);

    /// <summary>Returns a random item.</summary>
    public T Pick<T>(params ReadOnlySpan<T> items) => items[random.Next(items.Length)];
}
