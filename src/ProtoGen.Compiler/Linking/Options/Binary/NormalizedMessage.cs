using ProtoGen.Compiler.Descriptors;
using ProtoGen.Compiler.Wire;

namespace ProtoGen.Compiler.Linking.Options.Binary;

/// <summary>A message that is being read from the binary format. The last value of a singular field or oneof wins.</summary>
internal sealed class NormalizedMessage(MessageDescriptor type)
{
    private readonly List<PendingMessage> _pending = [];
    private Dictionary<FieldDescriptor, int>? _counts;

    /// <summary>Gets the type of the message.</summary>
    public MessageDescriptor Type { get; } = type;

    /// <summary>Gets the complete fields.</summary>
    public MessageRecords Records { get; } = new();

    /// <summary>Gets the singular message fields, each with all its occurrences concatenated, which merges them.</summary>
    public IReadOnlyList<PendingMessage> PendingMessages => _pending;

    /// <summary>Returns the index of the next value of a repeated field.</summary>
    public int NextIndex(FieldDescriptor field)
    {
        _counts ??= [];
        _counts.TryGetValue(field, out var index);
        _counts[field] = index + 1;
        return index;
    }

    /// <summary>Adds an unknown field, including its tag.</summary>
    public void AddUnknown(byte[] bytes, int start, int length)
    {
        Records.BeginUnknown();
        Records.Content.WriteRaw(bytes, start, length);
        Records.Commit();
    }

    /// <summary>Adds an occurrence of a singular message field.</summary>
    public void AddPart(FieldDescriptor field, WireReader part)
    {
        var writer = _pending.Find(entry => entry.Field == field)?.Parts;
        if (writer is null)
        {
            Replace(field);
            _pending.Add(new PendingMessage(field, writer = new WireWriter()));
        }

        writer.WriteRaw(part.Bytes, part.Position, part.Remaining);
    }

    /// <summary>Adds a complete message.</summary>
    public void AddMessage(FieldDescriptor field, MessageRecords content)
    {
        Records.Begin(field.Number);
        MessageFieldWriter.Write(Records.Content, field, content);
        Records.Commit();
    }

    /// <summary>Adds a number that a closed enum does not declare.</summary>
    public void AddUnknown(int number, ulong value)
    {
        Records.BeginUnknown();
        Records.Content.WriteTag(number, WireType.Varint);
        Records.Content.WriteVarint(value);
        Records.Commit();
    }

    /// <summary>Adds a value of a scalar field, given as its encoded bits.</summary>
    public void AddScalar(FieldDescriptor field, ulong bits)
    {
        Replace(field);
        Records.Begin(field.Number, field.IsPacked);
        if (!field.IsPacked) Records.Content.WriteTag(field.Number, ScalarWriter.WireTypeOf(field.Type));
        ScalarWriter.WriteBits(Records.Content, field.Type, bits);
        Records.Commit();
    }

    /// <summary>Adds a value of a string or bytes field.</summary>
    public void AddText(FieldDescriptor field, byte[] bytes, int start, int length)
    {
        Replace(field);
        Records.Begin(field.Number);
        Records.Content.WriteBytes(field.Number, bytes, start, length);
        Records.Commit();
    }

    /// <summary>Removes the value of a singular field.</summary>
    public void Remove(FieldDescriptor field)
    {
        Records.Remove(field.Number);
        _pending.RemoveAll(entry => entry.Field == field);
    }

    /// <summary>
    /// Removes the value of a singular field, and the values of the other fields in its oneof, before a new value is added.
    /// </summary>
    private void Replace(FieldDescriptor field)
    {
        if (field.IsRepeated) return;
        Remove(field);
        if (field.ContainingOneof is not { } oneof) return;
        foreach (var other in oneof.Fields) Remove(other);
    }
}

/// <summary>The occurrences of a singular message field.</summary>
/// <remarks>It is a class, because a ReadyToRun image has no code for all methods of lists of tuples.</remarks>
internal sealed record PendingMessage(FieldDescriptor Field, WireWriter Parts);
