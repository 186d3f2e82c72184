using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Text;

internal unsafe ref partial struct TextPrinter
{
    /// <summary>Writes the entries of a map ordered by key.</summary>
    private void WriteMap(FieldSchema field, byte* start, ref WireCursor input, ref List<UnknownField>? unknown)
    {
        var keyField = field.MapKey;
        var valueField = field.MapValue;
        var entries = new List<MapEntry>();
        do
        {
            if (ClosedEnums.IsUnknown(field, field.ElementTag, input))
            {
                input.ReadDelimited();
                (unknown ??= []).Add(new UnknownField(start, input.Position));
            }
            else
            {
                entries.Add(MapEntry.Read(keyField, valueField, input.ReadDelimited()));
            }
            start = input.Position;
        }
        while (WireOrder.TryReadTagOf(field, ref input, out _));
        foreach (var entry in entries.Order())
        {
            WriteName(field);
            OpenMessage();
            WriteMember(keyField, entry.Key);
            WriteMember(valueField, entry.Value);
            CloseMessage();
        }
    }

    /// <summary>Writes the key or value of an entry; text format shows it even if the wire format omits it.</summary>
    private void WriteMember(FieldSchema field, WireCursor value)
    {
        // Eight zero bytes encode the default of every type: an empty string, an empty message, or zero.
        ulong zero = 0;
        if (value.Position == null)
            value = new WireCursor((byte*)&zero, (byte*)&zero + sizeof(ulong));
        WriteElement(field, ref value);
    }
}
