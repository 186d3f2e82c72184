using System.Runtime.CompilerServices;
using ProtoGen.Runtime.Schema;

namespace ProtoGen.Runtime.Json;

internal unsafe ref partial struct JsonPrinter
{
    private void WriteMap(FieldSchema field, ref WireCursor input)
    {
        var keyField = field.MapKey;
        var valueField = field.MapValue;
        _output.WriteOpening((byte)'{');
        var isFirst = true;
        if (_mayRepeatKeys)
        {
            // The last value of a key wins.
            var entries = MapEntry.ReadAll(field, ref input);
            var last = new Dictionary<string, int>(entries.Count);
            for (var i = 0; i < entries.Count; i++)
                last[entries[i].Identity] = i;
            for (var i = 0; i < entries.Count; i++)
            {
                if (last[entries[i].Identity] == i)
                    WriteEntry(keyField, valueField, entries[i], ref isFirst);
            }
        }
        else
        {
            var maySkip = valueField.Kind == FieldKind.Message && valueField.Message.WellKnown == WellKnownType.Value;
            do
            {
                var content = input.ReadDelimited();
                if (maySkip || !TryWriteWholeEntry(keyField, valueField, content, ref isFirst))
                    WriteEntry(keyField, valueField, MapEntry.Read(keyField, valueField, content), ref isFirst);
            }
            while (WireOrder.TryReadTagOf(field, ref input, out _));
        }
        _output.WriteClosing((byte)'}', isFirst);
    }

    /// <summary>Writes an entry if it is a key followed by a value, as most are. Otherwise writes nothing and returns false.</summary>
    private bool TryWriteWholeEntry(FieldSchema keyField, FieldSchema valueField, WireCursor content, ref bool isFirst)
    {
        var start = _output.Length;
        var wasFirst = isFirst;
        if (!content.IsAtEnd && content.ReadTag() == keyField.ElementTag)
        {
            _output.WriteSeparator(ref isFirst);
            WriteMapKey(keyField, ref content);
            _output.WriteColon();
            if (!content.IsAtEnd && content.ReadTag() == valueField.ElementTag)
            {
                WriteValue(valueField, ref content);
                if (content.IsAtEnd)
                    return true;
            }
        }

        _output.Length = start;
        isFirst = wasFirst;
        return false;
    }

    private void WriteEntry(FieldSchema keyField, FieldSchema valueField, in MapEntry entry, ref bool isFirst)
    {
        var value = entry.Value;
        if (valueField.Kind == FieldKind.Message && valueField.Message.WellKnown == WellKnownType.Value
            && (value.Position == null || IsEmptyValueAhead(value)))
        {
            return;
        }
        _output.WriteSeparator(ref isFirst);
        var key = entry.Key;
        WriteMapKey(keyField, ref key);
        _output.WriteColon();
        if (value.Position == null)
            WriteDefault(valueField);
        else
            WriteValue(valueField, ref value);
    }

    private void WriteMapKey(FieldSchema field, ref WireCursor key)
    {
        var isAbsent = key.Position == null;
        switch (field.Kind)
        {
            case FieldKind.String:
                _output.WriteString(isAbsent ? default : key.ReadDelimited().Remaining);
                break;
            case FieldKind.Bool:
                _output.WriteRaw(!isAbsent && key.ReadVarint() != 0 ? "\"true\""u8 : "\"false\""u8);
                break;
            case FieldKind.UInt64 or FieldKind.Fixed64 or FieldKind.UInt32 or FieldKind.Fixed32:
                _output.WriteQuotedUInt64(isAbsent ? 0 : ReadInteger(field.Kind, ref key));
                break;
            default:
                _output.WriteQuotedInt64(isAbsent ? 0 : (long)ReadInteger(field.Kind, ref key));
                break;
        }
    }

    /// <summary>Reads an integer in any encoding; signed integers are extended to 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ReadInteger(FieldKind kind, ref WireCursor input) => kind switch
    {
        FieldKind.Int32 => (ulong)(long)(int)input.ReadVarint(),
        FieldKind.UInt32 => (uint)input.ReadVarint(),
        FieldKind.SInt32 => (ulong)(long)Varint.UnZigZag((uint)input.ReadVarint()),
        FieldKind.SInt64 => (ulong)Varint.UnZigZag(input.ReadVarint()),
        FieldKind.Fixed32 => input.ReadFixed32(),
        FieldKind.SFixed32 => (ulong)(long)(int)input.ReadFixed32(),
        FieldKind.Fixed64 or FieldKind.SFixed64 => input.ReadFixed64(),
        _ => input.ReadVarint(),
    };
}
