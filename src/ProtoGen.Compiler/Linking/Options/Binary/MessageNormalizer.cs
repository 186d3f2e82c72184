using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Linking.Context;
using ProtoGen.Compiler.Schema;
using ProtoGen.Compiler.Text;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options.Binary;

/// <summary>Rewrites a message in the binary format as protoc does when it parses and serializes a dynamic message.</summary>
/// <remarks>
/// Repeated occurrences of a singular message field are merged, fields are ordered by number, repeated scalars are packed or not depending
/// on their type, and unknown fields come last.
/// </remarks>
internal sealed class MessageNormalizer
{
    private readonly OptionBindings? _bindings;
    private readonly bool _strips;
    private readonly List<int[]>? _strippedPaths;
    private readonly List<int> _path = [];

    private MessageNormalizer(OptionBindings? bindings, bool strips, List<int[]>? strippedPaths)
    {
        _bindings = bindings;
        _strips = strips;
        _strippedPaths = strippedPaths;
    }

    /// <summary>Returns the rewritten message; null if it is malformed or nested too deeply.</summary>
    public static byte[]? Normalize(byte[] bytes, MessageDescriptor type, OptionBindings? bindings)
    {
        var normalizer = new MessageNormalizer(bindings, strips: false, strippedPaths: null);
        return normalizer.Rewrite(new WireReader(bytes), type, depth: 0)?.ToArray();
    }

    /// <summary>
    /// Rewrites a message without the fields that have source retention, and adds their paths to <paramref name="strippedPaths"/>; returns
    /// null if the message is malformed or nested too deeply.
    /// </summary>
    public static byte[]? Strip(WireReader reader, MessageDescriptor type, OptionBindings? bindings, int depth, List<int[]>? strippedPaths)
    {
        var normalizer = new MessageNormalizer(bindings, strips: true, strippedPaths);
        return normalizer.Rewrite(reader, type, depth)?.ToArray();
    }

    private MessageRecords? Rewrite(WireReader reader, MessageDescriptor type, int depth)
    {
        if (depth > WireReader.DepthLimit) return null;
        var message = new NormalizedMessage(type);
        while (reader.ReadTag())
        {
            if (!AddField(ref reader, message, depth)) return null;
        }

        if (reader.Failed) return null;
        foreach (var (field, parts) in message.PendingMessages)
        {
            if (!AddMessage(new WireReader(parts.ToArray()), field, message, index: -1, depth)) return null;
        }

        MapEntryFields.Complete(type, message.Records);
        return message.Records;
    }

    private bool AddField(ref WireReader reader, NormalizedMessage message, int depth)
    {
        var start = reader.TagStart;
        if (message.Type.IsMessageSet && reader is { FieldNumber: MessageFieldWriter.SetItem, WireType: WireType.StartGroup })
            return AddSetItem(ref reader, message);
        if (FindField(message.Type, ref reader) is not { } field || !FieldValues.Fits(field, reader.WireType))
        {
            reader.Skip();
            message.AddUnknown(reader.Bytes, start, reader.Position - start);
            return !reader.Failed;
        }

        if (IsStripped(field) && field.EnumType is null)
        {
            NoteStripped(field);
            return SkipStripped(ref reader, field, depth);
        }

        if (field.MessageType is null) return AddScalar(ref reader, message, field);
        var nested = reader.ReadNested();
        if (!field.IsRepeated)
        {
            message.AddPart(field, nested);
            return !reader.Failed;
        }

        return AddMessage(nested, field, message, message.NextIndex(field), depth);
    }

    /// <summary>Skips a stripped field, which must still be well-formed.</summary>
    private bool SkipStripped(ref WireReader reader, FieldDescriptor field, int depth)
    {
        if (field.MessageType is { } type)
        {
            var content = new MessageNormalizer(_bindings, strips: false, strippedPaths: null).Rewrite(
                reader.ReadNested(), type, depth + 1);
            return content is not null && !reader.Failed;
        }

        reader.Skip();
        return !reader.Failed;
    }

    private bool AddSetItem(ref WireReader reader, NormalizedMessage message)
    {
        var start = reader.TagStart;
        var item = reader.ReadNested();
        FieldDescriptor? field = null;
        WireReader content = default;
        while (item.ReadTag())
        {
            if (item.FieldNumber == MessageFieldWriter.SetItemType && item.WireType == WireType.Varint)
            {
                field = _bindings?.FindExtension(message.Type, (int)item.ReadVarint());
            }
            else if (item.FieldNumber == MessageFieldWriter.SetItemMessage && item.WireType == WireType.LengthDelimited)
            {
                content = item.ReadMessage();
            }
            else
            {
                item.Skip();
            }
        }

        if (field is null) message.AddUnknown(reader.Bytes, start, reader.Position - start);
        else if (!IsStripped(field)) message.AddPart(field, content);
        else NoteStripped(field);
        return !item.Failed && !reader.Failed;
    }

    private FieldDescriptor? FindField(MessageDescriptor type, ref WireReader reader) =>
        FieldNumberLookup.Find(type, reader.FieldNumber) ?? _bindings?.FindExtension(type, reader.FieldNumber);

    private bool AddMessage(WireReader reader, FieldDescriptor field, NormalizedMessage message, int index, int depth)
    {
        var isEmpty = reader.Remaining == 0;
        _path.Add(field.Number);
        if (index >= 0) _path.Add(index);
        var normalizer = _strips && field.Type == FieldType.Group
            ? new MessageNormalizer(_bindings, strips: false, strippedPaths: null)
            : this;
        var content = normalizer.Rewrite(reader, field.MessageType!, depth + 1);
        _path.RemoveRange(_path.Count - (index >= 0 ? 2 : 1), index >= 0 ? 2 : 1);
        if (content is null) return false;
        if (normalizer._strips && index < 0 && content.IsEmpty && !isEmpty && RetentionStripper.IsOptionsMessage(field.MessageType!))
            NoteStripped(field);
        else message.AddMessage(field, content);
        return true;
    }

    private bool AddScalar(ref WireReader reader, NormalizedMessage message, FieldDescriptor field)
    {
        var type = ScalarWriter.WireTypeOf(field.Type);
        if (type == WireType.LengthDelimited) return AddText(ref reader, message, field);
        if (reader.WireType != WireType.LengthDelimited)
        {
            var value = reader.ReadScalar(type);
            if (!reader.Failed) AddValue(message, field, value);
            return !reader.Failed;
        }

        var packed = reader.ReadMessage();
        var end = packed.Position + packed.Remaining;
        while (packed.Position < end && !packed.Failed)
        {
            var value = packed.ReadScalar(type);
            if (!packed.Failed) AddValue(message, field, value);
        }

        return !packed.Failed && !reader.Failed;
    }

    private void AddValue(NormalizedMessage message, FieldDescriptor field, ulong bits)
    {
        var value = ScalarWriter.Narrow(field.Type, bits);
        if (FieldValues.IsUnknownOfClosedEnum(field, value)) message.AddUnknown(field.Number, value);
        else if (IsStripped(field)) NoteStripped(field);
        else if (IsAbsent(field, value == 0)) message.Remove(field);
        else message.AddScalar(field, value);
    }

    private static bool AddText(ref WireReader reader, NormalizedMessage message, FieldDescriptor field)
    {
        var length = reader.ReadLength(out var start);
        if (reader.Failed) return false;
        if (field.Type == FieldType.String && field.Features is { Utf8Validation: Utf8Validation.Verify }
            && !Utf8.IsValid(reader.Slice(start, length)))
        {
            return false;
        }

        if (IsAbsent(field, length == 0)) message.Remove(field);
        else message.AddText(field, reader.Bytes, start, length);
        return true;
    }

    /// <summary>Returns whether a value is omitted, because it is the zero of a field without presence.</summary>
    private static bool IsAbsent(FieldDescriptor field, bool isZero) =>
        isZero && !field.IsRepeated && !field.HasPresence && field.Features is { FieldPresence: FieldPresence.Implicit };

    private bool IsStripped(FieldDescriptor field) => _strips && RetentionStripper.IsSourceOnly(field);

    private void NoteStripped(FieldDescriptor field)
    {
        if (_strippedPaths is null) return;
        _path.Add(field.Number);
        _strippedPaths.Add([.. _path]);
        _path.RemoveAt(_path.Count - 1);
    }
}
