namespace ProtoGen.Fuzz.Grammar;

/// <summary>Decisions of a generator: mostly what is valid, now and then what is not.</summary>
internal sealed class Chance(Random random)
{
    private const int WrongOneIn = 150;
    private const int BoldOneIn = 60;

    /// <summary>Whether to do what is not valid here.</summary>
    public bool IsWrong => random.Next(WrongOneIn) == 0;

    /// <summary>Whether to do what is valid in some places only, without a look at the place.</summary>
    public bool IsBold => random.Next(BoldOneIn) == 0;

    /// <summary>True once in some times.</summary>
    public bool OnceIn(int times) => random.Next(times) == 0;

    /// <summary>From 0 to below a limit.</summary>
    public int Below(int limit) => random.Next(limit);

    /// <summary>One of some items.</summary>
    public T Pick<T>(params ReadOnlySpan<T> items) => items[random.Next(items.Length)];
}
