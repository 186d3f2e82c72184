using ProtoGen.Fuzz.Grammar;
using ProtoGen.Fuzz.Mutation;
using ProtoGen.Fuzz.Seeds;

namespace ProtoGen.Fuzz;

/// <summary>Generates the files of a batch, always the same for a seed and number.</summary>
internal sealed class BatchMaker(IReadOnlyList<SeedFolder> folders, int seed)
{
    private const int Size = 48;
    private const int MaxMutations = 3;

    private static readonly IMutation[] Mutations =
        [
            new ByteMutation(), new TokenMutation(), new TokenMutation(), new TokenMutation(), new LineMutation(), new ValueMutation(),
            new SpliceMutation(), new Truncation(),
        ];

    /// <summary>Batches alternate between files from the grammar and mutated files.</summary>
    public FuzzBatch Make(int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        return number % 2 == 0 ? MakeFromGrammar(random) : Mutate(folders[random.Next(folders.Count)], random);
    }

    private static FuzzBatch MakeFromGrammar(Random random)
    {
        var inputs = new List<FuzzInput> { OptionLibrary.File };
        for (var i = 1; i < Size; i++)
        {
            var text = new SchemaGenerator(random, i).Generate();
            if (random.Next(4) == 0) text = Mutate(text, new MutationSource(random, [.. inputs.Select(input => input.Text)]));
            inputs.Add(new FuzzInput($"made/f{i}.proto", text));
        }

        return new FuzzBatch(inputs, [OptionLibrary.FilesOfEdition2026]);
    }

    /// <summary>
    /// Returns mutated files. Each precedes the seed of the same name on the import path, so that importers see the mutated file.
    /// </summary>
    private static FuzzBatch Mutate(SeedFolder folder, Random random)
    {
        FuzzInput[] seeds = [.. folder.Files];
        random.Shuffle(seeds);
        var source = new MutationSource(random, [.. seeds.Take(Size).Select(input => input.Text)]);
        return new FuzzBatch([.. seeds.Take(Size).Select(input => input with { Text = Mutate(input.Text, source) })], [folder.Root]);
    }

    private static string Mutate(string text, MutationSource source)
    {
        var count = source.Random.Next(1, MaxMutations + 1);
        for (var i = 0; i < count; i++) text = Mutations[source.Random.Next(Mutations.Length)].Apply(text, source);
        return text;
    }
}
