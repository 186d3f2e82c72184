using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Syntax.Nodes;
using ProtoGen.Compiler.Text;

namespace ProtoGen.Compiler.Linking.Context;

/// <summary>Maps the options in the source to the paths of the fields that they set, relative to the options message.</summary>
/// <remarks>
/// The parser gives each option a source location whose path is its index among the uninterpreted options. SourceCodeInfo needs the path of
/// the field that it sets.
/// </remarks>
internal sealed class OptionLocations
{
    private readonly Dictionary<int, int[]> _paths = [];
    private Dictionary<Descriptor, Dictionary<string, int>>? _counts;

    /// <summary>Records the field that an option sets. Each value of a repeated field has its own path.</summary>
    public void Add(Descriptor element, OptionNode option, OptionPath path)
    {
        if (option.LocationIndex < 0) return;
        var isRepeated = path.Leaf.IsRepeated;
        var numbers = new int[path.Fields.Count + (isRepeated ? 1 : 0)];
        for (var i = 0; i < path.Fields.Count; i++) numbers[i] = path.Fields[i].Number;
        if (isRepeated) numbers[numbers.Length - 1] = NextIndex(element, numbers);
        _paths[option.LocationIndex] = numbers;
    }

    /// <summary>Returns the path of the option whose location has this index in the parser's list; null if no option has it.</summary>
    public int[]? Find(int locationIndex) => _paths.TryGetValue(locationIndex, out var path) ? path : null;

    private int NextIndex(Descriptor element, int[] path)
    {
        _counts ??= [];
        if (!_counts.TryGetValue(element, out var counts)) _counts.Add(element, counts = []);
        // Not string.Join, which the runtime would compile for numbers at each start of protogenc.
        var key = "";
        foreach (var number in path) key += "." + NumberText.FormatInteger(number);
        counts.TryGetValue(key, out var index);
        counts[key] = index + 1;
        return index;
    }
}
