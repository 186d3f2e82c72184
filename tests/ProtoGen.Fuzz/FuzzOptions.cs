using System.Globalization;

namespace ProtoGen.Fuzz;

/// <summary>The options of a run.</summary>
/// <param name="Seed">The random seed; with the number of a batch it determines the content of the batch.</param>
/// <param name="FirstBatch">The number of the first batch.</param>
/// <param name="Batches">The maximum number of batches.</param>
/// <param name="Duration">The time after which no new batch starts.</param>
internal sealed record FuzzOptions(int Seed, int FirstBatch, int Batches, TimeSpan Duration)
{
    /// <summary>Parses a command line, or returns null if it is invalid.</summary>
    public static FuzzOptions? Parse(IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, double>();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (arguments[i] is not ("--minutes" or "--seed" or "--from" or "--batches")
                || i + 1 == arguments.Count
                || !double.TryParse(arguments[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            values[arguments[i]] = value;
        }

        var minutes = values.GetValueOrDefault("--minutes", values.ContainsKey("--batches") ? TimeSpan.FromDays(1).TotalMinutes : 1);
        return new FuzzOptions(
            (int)values.GetValueOrDefault("--seed", Random.Shared.Next()),
            (int)values.GetValueOrDefault("--from"),
            (int)values.GetValueOrDefault("--batches", int.MaxValue),
            TimeSpan.FromMinutes(minutes));
    }
}
