using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options.Binary;

/// <summary>Adds missing keys and values to map entries, because protoc always writes both.</summary>
internal static class MapEntryFields
{
    /// <summary>Adds the default values of missing fields.</summary>
    public static void Complete(MessageDescriptor type, MessageRecords records)
    {
        if (!type.IsMapEntry) return;
        foreach (var field in type.Fields)
        {
            if (records.Count(field.Number) == 0) AddDefault(field, records);
        }
    }

    private static void AddDefault(FieldDescriptor field, MessageRecords records)
    {
        records.Begin(field.Number);
        var wireType = ScalarWriter.WireTypeOf(field.Type);
        records.Content.WriteTag(field.Number, wireType);
        if (wireType == WireType.LengthDelimited) records.Content.WriteVarint(0);
        else ScalarWriter.WriteInteger(records.Content, field.Type, (ulong)(field.EnumType?.Values[0].Number ?? 0));
        records.Commit();
    }
}
