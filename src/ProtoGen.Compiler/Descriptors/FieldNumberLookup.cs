using System.Runtime.CompilerServices;

namespace ProtoGen.Compiler.Descriptors;

/// <summary>Finds fields of messages by number. Large messages are indexed on the first search.</summary>
internal static class FieldNumberLookup
{
    private const int IndexedFrom = 16;

    private static readonly ConditionalWeakTable<MessageDescriptor, Dictionary<int, FieldDescriptor>> Indexes = new();

    /// <summary>Returns the field with this number, or null. Extensions are not searched.</summary>
    public static FieldDescriptor? Find(MessageDescriptor type, int number)
    {
        var fields = type.Fields;
        if (fields.Count >= IndexedFrom) return Indexes.GetValue(type, MakeIndex).TryGetValue(number, out var indexed) ? indexed : null;
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Number == number) return fields[i];
        }

        return null;
    }

    private static Dictionary<int, FieldDescriptor> MakeIndex(MessageDescriptor type)
    {
        var index = new Dictionary<int, FieldDescriptor>(type.Fields.Count);
        foreach (var field in type.Fields) index[field.Number] = field;
        return index;
    }
}
