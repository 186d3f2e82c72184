namespace ProtoGen.Tool.Generators;

/// <summary>Parses the options of a generator: names and values separated by commas.</summary>
internal static class GeneratorParameter
{
    public static IEnumerable<(string Name, string Value)> Parse(string parameter)
    {
        foreach (var part in parameter.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            yield return equals < 0 ? (part, "") : (part[..equals], part[(equals + 1)..]);
        }
    }
}
