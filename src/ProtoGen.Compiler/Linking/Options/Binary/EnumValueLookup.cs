using ProtoGen.Compiler.Descriptors;

namespace ProtoGen.Compiler.Linking.Options.Binary;

/// <summary>Finds enum values by name. Large enums are indexed on the first search.</summary>
internal sealed class EnumValueLookup
{
    private const int IndexedFrom = 16;

    private readonly Dictionary<EnumDescriptor, Dictionary<string, EnumValueDescriptor>> _indexes = [];

    /// <summary>Returns the value with this name; null if the enum has none.</summary>
    public EnumValueDescriptor? Find(EnumDescriptor type, string name)
    {
        if (type.Values.Count >= IndexedFrom) return IndexOf(type).TryGetValue(name, out var indexed) ? indexed : null;
        foreach (var value in type.Values)
        {
            if (value.Name == name) return value;
        }

        return null;
    }

    private Dictionary<string, EnumValueDescriptor> IndexOf(EnumDescriptor type)
    {
        if (!_indexes.TryGetValue(type, out var index))
        {
            _indexes.Add(type, index = new Dictionary<string, EnumValueDescriptor>(type.Values.Count, StringComparer.Ordinal));
            foreach (var value in type.Values) index[value.Name] = value;
        }

        return index;
    }
}
